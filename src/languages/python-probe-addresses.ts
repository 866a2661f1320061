// The part of the Python probe that hears which addresses an execution asked, and which databases it opened.

/**
 * Defines `start_addresses()` and `addresses_of(texts, values)`. User names, passwords, values of queries and fragments are taken off
 * before anything is kept.
 */
export const addressesSource = String.raw`
ADDRESSES_LIMIT = 100
requested = {}
dialled = {}
ADDRESS = re.compile(r'([A-Za-z][A-Za-z0-9+.-]{0,30})://([^/?#\\]*)([^?#]*)(?:\?([^#]*))?')
REQUEST = re.compile(rb'(?:GET|POST|HEAD|PUT|PATCH|DELETE|OPTIONS) (\S{1,2000}) HTTP/')
DATABASES = ('postgres', 'mysql', 'mariadb', 'mssql', 'oracle', 'sqlite', 'duckdb', 'snowflake', 'bigquery', 'mongodb', 'redis', 'redshift', 'trino', 'presto', 'clickhouse', 'hive', 'databricks', 'cockroach')

def carried(text):
    # Without blanks, quotes and what a reader could take for a user name.
    return ''.join([part if '!' <= part <= '~' and part not in '@"<>\\^{}|\x60' else ''.join(['%%%02X' % byte for byte in part.encode('utf-8', 'replace')]) for part in text])

def cleaned(text):
    # (kind, address) of an address; None for what is none.
    match = ADDRESS.match(text[:2000])
    if match is None:
        return None
    scheme, host, path, query = match.groups()
    scheme = scheme.lower()
    if scheme == 'file':
        return None
    found = scheme + '://' + carried(host.rpartition('@')[2]) + carried(path)
    if query:
        found += '?' + '&'.join([carried(part.partition('=')[0]) for part in query.split('&')[:30]])
    return 'database' if scheme.startswith(DATABASES) else 'url', found[:2000]

def note_address(text):
    text = text_of_path(text)
    found = cleaned(text) if text is not None and len(requested) < ADDRESSES_LIMIT else None
    if found is not None:
        requested[found] = None

def place_of(host, port, scheme=None):
    if not host:
        return None
    port = port if type(port) is int else int(port) if type(port) is str and port.isdigit() else None
    scheme = scheme or {443: 'https', 80: 'http', 21: 'ftp', None: 'tcp'}.get(port, 'tcp')
    usual = {'https': 443, 'http': 80, 'ftp': 21}.get(scheme)
    return '%s://%s%s' % (scheme, '[%s]' % host if ':' in host else host, '' if port is None or port == usual else ':%d' % port)

def note_url(args):
    note_address(args[0])

def bare(host):
    # Without the user name and the password that come before the name in what some addresses are split into.
    text = text_of_path(host) if host is not None else None
    return text.rpartition('@')[2] if text else None

def note_dial(args):
    host = bare(args[1])
    place = place_of(host, args[2])
    if place is not None and len(dialled) < ADDRESSES_LIMIT:
        dialled[host] = place

def note_lookup(args):
    host = bare(args[0])
    place = place_of(host, args[1]) if host not in dialled else None
    if place is not None and len(dialled) < ADDRESSES_LIMIT:
        dialled[host] = place

def note_sent(args):
    # The request itself is what a connection sends first.
    connection, data = args
    match = REQUEST.match(data[:2100]) if type(data) is bytes else None
    if match is None:
        return
    state = instance_dict(connection)
    target = match.group(1).decode('latin-1')
    if target[:1] == '/':
        # The connections of urllib3, and with them those of requests, keep the host under a name of their own.
        host = state.get('_tunnel_host') or state.get('host') or state.get('_dns_host')
        port = state.get('_tunnel_port') if state.get('_tunnel_host') else state.get('port')
        is_safe = 'HTTPS' in class_qualname(type(connection)) or port == 443
        target = (place_of(bare(host), port, 'https' if is_safe else 'http') or 'http://?') + target
    note_address(target)

def note_opened(args):
    path = text_of_path(args[0])
    place = os.path.abspath(path) if path and path != ':memory:' and not path.startswith('file:') else None
    if place is not None and is_quiet(place):
        # The kernel's own history, or what a library keeps.
        return
    note_database(args)
    if place is not None and len(requested) < ADDRESSES_LIMIT:
        requested['database', carried('sqlite:///' + shown_path(place))] = None

HEARD.update({
    'urllib.Request': note_url, 'http.client.connect': note_dial, 'http.client.send': note_sent, 'ftplib.connect': note_dial, 'socket.getaddrinfo': note_lookup,
    'sqlite3.connect': note_opened,
})

def engine_address(value):
    # Of an engine of SQLAlchemy, without credentials.
    kind = type(value)
    if class_module(kind) != 'sqlalchemy.engine.base' or loaded_class('sqlalchemy.engine.base', 'Engine') is not kind:
        return None
    url = instance_dict(value).get('url')
    if type_name(type(url)) != 'sqlalchemy.engine.url.URL':
        return None
    driver, _, _, host, port, database = tuple.__getitem__(url, slice(0, 6))
    return '%s://%s%s/%s' % (driver, host or '', ':%d' % port if type(port) is int else '', database or '')

def start_addresses():
    requested.clear()
    dialled.clear()

def addresses_of(texts, values):
    # What was asked, then hosts of which nothing more is known, then what the cell only names.
    if not requested and not dialled and not texts and 'sqlalchemy.engine.base' not in sys.modules:
        return []
    found = [{'kind': kind, 'address': address_} for kind, address_ in requested]
    asked = ' '.join([entry['address'] for entry in found])
    hosts = [place + '/' for host, place in dialled.items() if host not in asked]
    found.extend([{'kind': 'url', 'address': carried(place)} for place in hosts])
    seen = [entry['address'] for entry in found]
    for text in texts + [one for one in map(engine_address, values) if one is not None]:
        pair = cleaned(text) if '://' in text[:40] else None
        if pair is not None and pair[1] not in seen:
            seen.append(pair[1])
            found.append({'kind': pair[0], 'address': pair[1], 'evidence': 'named'})
    return found[:ADDRESSES_LIMIT]
`;
