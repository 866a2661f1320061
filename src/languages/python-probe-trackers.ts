// The part of the Python probe that notes the run of an experiment tracker that the user's code has opened.

/**
 * Defines `tracker_runs()`. A tracker that is not loaded is not asked, and none is asked anything that goes out to a
 * network or opens a run.
 */
export const trackersSource = String.raw`
last_run = [None]

def thread_value(name):
    # A variable of MLflow's that each thread has one of.
    value = loaded_class('mlflow.tracking.fluent', name)
    return value.get() if type_name(type(value)) == 'mlflow.utils.thread_utils.ThreadLocalVariable' else value

def mlflow_run():
    stack = thread_value('_active_run_stack')
    last = thread_value('_last_active_run_id')
    is_new = type(last) is str and last != last_run[0]
    last_run[0] = last
    if type(stack) is list and stack:
        return instance_dict(instance_dict(stack[-1]).get('_info')).get('_run_id')
    # One that the cell opened and closed again.
    return last if is_new else None

def wandb_run():
    run = loaded_class('wandb', 'run')
    if run is None or type_name(type(run)) != 'wandb.sdk.wandb_run.Run':
        return None
    settings = instance_dict(run).get('_settings')
    return instance_dict(settings).get('run_id') if settings is not None else None

def comet_run():
    run = loaded_class('comet_ml.config.config_api', 'experiment')
    return instance_dict(run).get('id') if run is not None else None

def tracker_runs():
    found = []
    for tracker, read in (('mlflow', mlflow_run), ('wandb', wandb_run), ('comet', comet_run)):
        if (tracker if tracker != 'comet' else 'comet_ml') in sys.modules:
            try:
                name = read()
            except Exception:
                name = None
            if type(name) is str and name:
                found.append({'tracker': tracker, 'id': name[:200]})
    return found
`;
