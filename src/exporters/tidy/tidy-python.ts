// Has a formatter that is there format a script: Python, standard library alone, run by a kernel or by the terminal.

/**
 * Runs in a namespace of its own, with `OPTIONS` in it. Prints one line of JSON at last: the text and the tool that made it,
 * or why there is none. A formatter that changes more than the looks of the code is not believed.
 */
export const PYTHON_TIDY = `
import ast
import inspect
import json
import os
import shutil
import subprocess
import sys
import tempfile

TEXT, SECONDS = OPTIONS['text'], OPTIONS['seconds']
HERE = os.pathsep.join([os.path.dirname(sys.executable), os.environ.get('PATH', '')])
TOOLS = (('ruff', ['format', '--quiet', '-']), ('black', ['--quiet', '-']))


class NotTidied(Exception):
    """Says why not."""


def call(arguments, folder, text=''):
    try:
        return subprocess.run(arguments, cwd=folder, input=text, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              encoding='utf-8', errors='replace', timeout=SECONDS)
    except subprocess.TimeoutExpired:
        raise NotTidied('the formatter took longer than %d seconds' % SECONDS)


def shape(text):
    # What code does; of docstrings what help() shows.
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and ast.get_docstring(node):
            node.body[0].value = ast.Name(inspect.cleandoc(ast.get_docstring(node)).strip(), ast.Load())
    return ast.dump(tree)


def tidy(folder):
    for name, options in TOOLS:
        tool = shutil.which(name, path=HERE)
        if tool:
            break
    else:
        raise NotTidied('neither ruff nor black is there')
    told = ' '.join(call([tool, '--version'], folder).stdout.split()[:2]).rstrip(',')
    done = call([tool, *options], folder, TEXT)
    if done.returncode or not done.stdout:
        raise NotTidied('%s could not format it: %s' % (name, ' '.join(done.stderr.split())[:300] or 'it did not say why'))
    if shape(done.stdout) != shape(TEXT):
        raise NotTidied('%s would change what the code does' % name)
    return done.stdout, told


try:
    with tempfile.TemporaryDirectory(prefix='retrace-tidy-') as folder:
        text, tool = tidy(folder)
    found = {'text': text, 'tool': tool}
except NotTidied as problem:
    found = {'why': '%s' % problem}
except Exception as error:
    found = {'why': 'it could not be formatted (%s: %s)' % (type(error).__name__, error)}
print(json.dumps({'retrace_tidy': found}), flush=True)
`;
