// The part of the Python probe that gathers what else there is to say of one execution, each fact by itself.

/**
 * Defines `facts_before(state)` and `facts_after(...)`. A fact that fails is said to be unknown; the others are told.
 */
export const factsSource = String.raw`
def tell(details, omitted, key, sentence, work):
    try:
        found = work()
        if found is not None:
            details[key] = found
    except Exception:
        omitted.append(sentence)

def facts_before(state):
    state['cost'] = cost_now()

def facts_after(state, ended, details, omitted):
    tell(details, omitted, 'cost', 'What the execution took could not be measured.', lambda: cost_between(state['cost'], ended))
`;
