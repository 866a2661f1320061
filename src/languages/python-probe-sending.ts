// The part of the Python probe that sends messages of its comm.

/**
 * Defines `send(message, text, is_followed)` and `text_of_message(message)`. Where the kernel is ipykernel's, a message is written once and goes where the
 * comm and the kernel's session would put it.
 */
export const sendingSource = String.raw`
cells_thread = get_ident()
own_process = os.getpid() if hasattr(os, 'getpid') else 0
process_id = '%d-%d' % (own_process, int(wall_clock() * 1000))

def make_comm():
    module = sys.modules.get('comm') or sys.modules.get('ipykernel.comm')
    create = getattr(module, 'create_comm', None) or getattr(module, 'Comm', None)
    if create is None:
        return None
    return create(target_name='jupyterlab-retrace', comm_id=COMM_ID, primary=False)

carrier = make_comm()

def straight_topic():
    # The topic of a comm of ipykernel's, whose messages are JSON that its kernel's session sends; None for other comms.
    try:
        session = ip.kernel.session
        is_json = loads(session.pack({'a': [1, None]})) == {'a': [1, None]} and not session.adapt_version
        is_plain_session = type_name(type(session)) == 'jupyter_client.session.Session' and not session.debug and not session.metadata
        return carrier.topic if is_json and is_plain_session and class_module(type(carrier)) == 'ipykernel.comm.comm' and type(carrier.topic) is bytes else None
    except Exception:
        return None

topic = straight_topic()

def quick_signature(session):
    # (what the session signs with, what signs a text the same with less work, after a trial), None for other sessions.
    try:
        made = session.digest_mod
        key = session.key if len(session.key) <= made().block_size else made(session.key).digest()
        inner, outer = [made(bytes([byte ^ mark for byte in key.ljust(made().block_size, b'\0')])) for mark in (0x36, 0x5c)]
    except Exception:
        return None, None

    def sign(content):
        first, second = inner.copy(), outer.copy()
        first.update(content)
        second.update(first.digest())
        return second.hexdigest().encode()
    return (session.auth, sign) if session.auth is not None and sign(b'trial') == session.sign([b'tri', b'al']) else (None, None)

signed_by, sign_quickly = quick_signature(ip.kernel.session) if topic is not None else (None, None)

def stamp(message):
    message['v'] = 1
    message['process'] = process_id

def writer(default):
    # The interpreter's own writer of JSON, without making one for each message. Nothing that is written holds itself.
    usual = JSONEncoder(default=default, allow_nan=False, check_circular=False).encode
    make, text = loaded_class('json.encoder', 'c_make_encoder'), loaded_class('json.encoder', 'encode_basestring_ascii')
    trial = {'a': [1, None, 'b\u00e4"', 2.5, True, {}]}
    try:
        write = make(None, default, text, None, ': ', ', ', False, False, False)
        return (lambda value: ''.join(write(value, 0))) if ''.join(write(trial, 0)) == usual(trial) else usual
    except Exception:
        return usual

write_json = writer(str)

def text_of_message(message):
    stamp(message)
    return write_json(message)

def date_text(value):
    # A date as the kernel writes it.
    return value.isoformat().replace('+00:00', 'Z')

write_header = writer(date_text)
HEADER = ['msg_id', 'msg_type', 'username', 'session', 'date', 'version']
# Who sends, as written last.
sender_last = [None, None, '']

def text_of_header(header):
    # The same as write_header, for the headers that the session makes.
    user, session = header['username'], header['session']
    if user is not sender_last[0] or session is not sender_last[1]:
        is_usual = list(header) == HEADER and session.replace('-', '').isalnum() and header['version'].replace('.', '').isdigit()
        sender_last[:] = user, session, '"msg_type": "comm_msg", "username": %s, "session": "%s"' % (write_json(user), session) if is_usual else ''
    if not sender_last[2]:
        return write_header(header)
    return '{"msg_id": "%s", %s, "date": "%s", "version": "%s"}' % (header['msg_id'], sender_last[2], date_text(header['date']), header['version'])

known_sender = [None]

def is_known_sender(sender):
    if type_name(type(sender)) != 'ipykernel.iostream.IOPubThread' or type(sender._events) is not deque:
        return False
    known_sender[0] = sender
    return True

def hand_over(socket, parts, is_followed):
    # To the thread of ipykernel's that sends. What follows wakes it: woken here as well, it would take the interpreter from the cell's
    # own thread at the next call of the system's, which then waits for it.
    sender = getattr(socket, 'io_thread', None) if is_followed and get_ident() == cells_thread else None
    if sender is not None and (sender is known_sender[0] or is_known_sender(sender)) and sender.thread.is_alive():
        sender._events.append(lambda: sender._really_send(parts))
    else:
        socket.send_multipart(parts)

def send_straight(kernel, text, is_followed):
    # What the comm and the kernel's session would do, without writing the message a second time.
    session = kernel.session
    if os.getpid() != own_process and session.check_pid and os.getpid() != session.pid:
        return
    parent = kernel.get_parent()
    parts = [text_of_header(session.msg_header('comm_msg')), write_header(parent.get('header', parent)), '{}', '{"data": %s, "comm_id": "%s"}' % (text, COMM_ID)]
    parts = [part.encode() for part in parts]
    content = b''.join(parts)
    signature = sign_quickly(content) if signed_by is not None and session.auth is signed_by else session.sign([content])
    hand_over(kernel.iopub_socket, [topic, b'<IDS|MSG>', signature] + parts, is_followed)

def send(message, text=None, is_followed=False):
    # The text is that of the message where it was needed before. What is followed by other messages of the same request goes with them.
    stamp(message)
    kernel = ip.kernel
    if topic is not None:
        send_straight(kernel, text or text_of_message(message), is_followed)
    elif carrier is not None:
        carrier.send(message)
    else:
        kernel.session.send(
            kernel.iopub_socket, 'comm_msg', {'comm_id': COMM_ID, 'data': message}, parent=kernel.get_parent(), ident=b'comm-' + COMM_ID.encode()
        )
`;
