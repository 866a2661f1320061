// The part of the Python probe that notices when a cell installs, replaces or removes distributions.

/**
 * Defines `watch_packages()`, `package_changes()` and `is_outside_due`. After a cell a few folders are looked up; only when one of them
 * is another than before are the distributions read again, beyond the budget, as an installation took far longer. Among cells that
 * follow each other at once, only those are asked that may have changed them.
 */
export const installsSource = String.raw`
CHANGES_LIMIT = 500
package_stamps = {}
# Whether it is looked up in this turn what other programs may have changed, when that was done last, and for how long nothing else can
# have been done since, in seconds.
AT_ONCE_AFTER = 0.005
# After a still cell only others can have done anything, who are asked about now and then.
STILL_AFTER = 0.25
is_outside_due = [True]
outside_at = [0.0]

def package_folders():
    found = [os.path.dirname(str(entry[2]._path)) for entry in list(dists.values()) if getattr(entry[2], '_path', None) is not None]
    found += [folder for folder in sys.path if type(folder) is str and os.path.basename(folder) in ('site-packages', 'dist-packages')]
    site = sys.modules.get('site')
    own = getattr(site, 'USER_SITE', None)
    # It may come into being with the first installation.
    found += [own] if type(own) is str and getattr(site, 'ENABLE_USER_SITE', False) else []
    # An environment is one of conda's from the start or never.
    return dict.fromkeys(found + [folder for folder in (conda_folder(),) if folder is not None])

def judge_outside(is_after_still):
    now = clock()
    is_outside_due[0] = started[0] or is_installing[0] or watched[0] or not is_heard[0] or now - outside_at[0] > (STILL_AFTER if is_after_still else AT_ONCE_AFTER)
    if is_outside_due[0]:
        outside_at[0] = now

def watch_packages():
    package_stamps.clear()
    package_stamps.update((folder, stamp_at(folder)) for folder in package_folders())

def change_of(key, before, after, records):
    entry = after or before
    change = {'name': entry[0], 'before': before[1] if before else None, 'after': after[1] if after else None}
    origin = origin_of(after[0], after[1], after[2], records) if after else None
    if origin is not None:
        change['origin'] = list(origin)
    return change

def package_changes(omitted):
    if not is_outside_due[0] or all([stamp_at(folder) == stamp for folder, stamp in package_stamps.items()]):
        return []
    if watched[0]:
        omitted.append('What is installed may have changed; it was not read again, as an audit hook of your own watches.')
        return []
    before = dict(dists)
    dists.clear()
    read_dists()
    watch_packages()
    names = [name for name in sorted(set(before) | set(dists)) if (before.get(name) or (None, None))[:2] != (dists.get(name) or (None, None))[:2]]
    if len(names) > CHANGES_LIMIT:
        omitted.append('%d of %d changes of distributions are not listed.' % (len(names) - CHANGES_LIMIT, len(names)))
    records = conda_records() if names else {}
    return [change_of(name, before.get(name), dists.get(name), records) for name in names[:CHANGES_LIMIT]]
`;
