"""Runs histories cell by cell and says what each execution showed and left: the truth that forecasts are held against.

Reads a JSON list of jobs from standard input; each job is a list of sources run in one fresh namespace. Writes, for
each job, a list of {output, status, bound, rebound, deleted, values}.
"""
import ast
import contextlib
import hashlib
import io
import json
import pickle
import random
import sys
import types

HIDDEN = {'__builtins__', '__name__'}


def fingerprint(value):
    if isinstance(value, (types.ModuleType, types.FunctionType, type)):
        return None
    try:
        if isinstance(value, (set, frozenset)):
            value = sorted(value, key=repr)
        return hashlib.md5(pickle.dumps(value)).hexdigest()
    except Exception:
        return None


def execute(source, names):
    tree = ast.parse(source)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)
    exec(compile(tree, '<cell>', 'exec'), names)
    if last is not None:
        value = eval(compile(last, '<cell>', 'eval'), names)
        if value is not None:
            print(repr(value))


def run(source, names):
    before = {name: id(value) for name, value in names.items()}
    kept = dict(names)
    prints = {n: fingerprint(v) for n, v in names.items() if n not in HIDDEN}
    shown = io.StringIO()
    status = 'ok'
    with contextlib.redirect_stdout(shown):
        try:
            execute(source, names)
        except Exception as error:
            status = 'error'
            print(type(error).__name__, error)
    del kept
    mentioned = {n.id for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Name)}
    after = {n: fingerprint(v) for n, v in names.items() if n not in HIDDEN}
    changed = [n for n, p in after.items() if p != prints.get(n)]
    return {
        'output': shown.getvalue(),
        'status': status,
        'bound': sorted(n for n in names if n not in before and n not in HIDDEN),
        'rebound': sorted(n for n in names if n in before and id(names[n]) != before[n] and n not in HIDDEN),
        'deleted': sorted(n for n in before if n not in names and n not in HIDDEN),
        'values': {n: p for n, p in after.items() if n in mentioned and p},
        'left': {n: after.get(n) for n in sorted(mentioned & (set(changed) | stored(source)))},
    }


def stored(source):
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.Attribute, ast.Subscript)) and isinstance(node.ctx, ast.Store):
            while isinstance(node, (ast.Attribute, ast.Subscript)):
                node = node.value
        elif not (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)):
            continue
        if isinstance(node, ast.Name):
            found.add(node.id)
    return found


def main():
    results = []
    for job in json.load(sys.stdin):
        names = {'__name__': '__main__'}
        random.seed(7)
        results.append([run(source, names) for source in job])
    json.dump(results, sys.stdout)


main()
