// What a secret looks like: a short list of forms that hardly anything else has.

/** One form of a secret. */
export type SecretPattern = {
  /** Stands in the marker: small letters, digits and hyphens. */
  readonly id: string;
  readonly what: string;
  /**
   * A regular expression in which every repetition is bounded. The groups `before` and `after` stay as they are; without
   * them the whole match is the secret.
   */
  readonly pattern: string;
  /** True where the case of letters does not count. */
  readonly ignoresCase?: true;
  /** Small letters; a text in which none of them occurs, in whatever case, is not searched. */
  readonly needs: readonly string[];
  /**
   * What the secret must look like besides. `random`: letters and digits without an order that one sees. `literal`: not as
   * a whole a placeholder or a path. `credentials`: what stands behind the colon is not as a whole a placeholder.
   */
  readonly check?: 'random' | 'literal' | 'credentials';
  /** Where the form is documented. */
  readonly documented: string;
};

/** No letter of a longer word, and nothing of a text in base 64, stands before or behind. */
const ALONE = '(?<![A-Za-z0-9+/_-])';
const ENDS = '(?![A-Za-z0-9+/=_-])';
/** Colours in which a traceback may show code. */
const COLOURS = '(?:\\x1b\\[[0-9;]{0,20}m){0,4}';
/** A quote as code has it, in a text in quotes, or in a page. */
const QUOTE = `(?:'''|"""|\\\\?["']|&quot;|&#34;|&#x27;|&#39;)`;
/** What may stand between a name and the quotes around its value: `": "`, `"] = "`, ` : str = f"`. */
const ASSIGNS = `${QUOTE}?\\]?${COLOURS}\\s{0,8}${COLOURS}(?::\\s{0,4}[\\w.]{1,30}\\s{0,4}=|=>|:=|[:=](?!=))${COLOURS}\\s{0,8}${COLOURS}(?:[bruf]{1,2}(?=["'&]))?`;
const PASSWORD = '(?:password|passwd|passphrase|[a-z0-9]_pwd)';
const TOKEN =
  '(?:token|secret|(?:api|access|secret|auth|account|private|signing|encryption)[_-]?key)';
/** A call that gives a variable or an entry a value, or a value where there is none, up to the quote before the name. */
const SETS = `(?:setdefault|[sg]etenv|putenv|environ\\.get|setattr|set)\\((?:[\\w.]{1,60},\\s{0,4})?${QUOTE}[\\w.-]{0,60}`;
/** Between that name and the quotes around its value. */
const COMMA = `${QUOTE}\\s{0,4},\\s{0,4}(?:[bruf]{1,2}(?=["'&]))?`;
/** A text up to its closing quote: without blanks, or with some between what is no end of a call or a list. */
const QUOTED = `(?:(?:(?!\\k<quote>)(?:[^\\s\\\\]|\\\\[^\\s])){4,200}|(?![),.;:\\]}+%\\s])(?:(?!\\k<quote>)(?:[^\\n\\\\]|\\\\[^\\n])){4,200}(?<!\\s))(?=\\k<quote>)`;

/** The forms that are known; the first that fits gives the name. */
export const secretPatterns: readonly SecretPattern[] = [
  {
    id: 'private-key',
    what: 'A private key in PEM or OpenPGP armour',
    pattern:
      '-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:[^-]{0,20000}-----END (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----|[A-Za-z0-9+/=\\s]{0,20000})',
    needs: ['private key'],
    documented: 'https://www.rfc-editor.org/rfc/rfc7468'
  },
  {
    id: 'aws-access-key-id',
    what: 'The id of an access key of Amazon Web Services',
    pattern: `${ALONE}(?:AKIA|ASIA)[A-Z0-9]{16}${ENDS}`,
    needs: ['akia', 'asia'],
    documented:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html'
  },
  {
    id: 'aws-secret-key',
    what: 'A secret access key of Amazon Web Services where it is assigned',
    pattern: `(?<before>aws.{0,20}?(?:secret|session).{0,20}?(?:key|token)${ASSIGNS}(?:\\\\?["'])?)[A-Za-z0-9/+=]{40,1200}(?![A-Za-z0-9/+=])`,
    ignoresCase: true,
    needs: ['aws'],
    documented:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html'
  },
  {
    id: 'github-token',
    what: 'A token of GitHub',
    pattern: `${ALONE}(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{40,255})(?![A-Za-z0-9_])`,
    needs: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    documented:
      'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github'
  },
  {
    id: 'gitlab-token',
    what: 'A token of GitLab',
    pattern: `${ALONE}gl(?:pat|dt|rt|ptt|oas|ft|imt|agent|soat)-[A-Za-z0-9_.-]{20,300}`,
    needs: ['glpat-', 'gldt-', 'glrt-', 'glptt-', 'gloas-', 'glft-'].concat(
      'glimt-',
      'glagent-',
      'glsoat-'
    ),
    documented: 'https://docs.gitlab.com/security/tokens/'
  },
  {
    id: 'slack-token',
    what: 'A token of Slack, or the address of a web hook',
    pattern: `${ALONE}(?:xox[abeoprs]-[A-Za-z0-9-]{10,250}|xapp-[0-9]-[A-Za-z0-9-]{10,250})|(?<before>hooks\\.slack\\.com/services/)[A-Za-z0-9/_-]{20,200}`,
    needs: ['xox', 'xapp-', 'hooks.slack.com'],
    documented: 'https://api.slack.com/concepts/token-types'
  },
  {
    id: 'stripe-key',
    what: 'A secret or restricted key of Stripe',
    pattern: `${ALONE}(?:(?:sk|rk)_(?:live|test)|whsec)_[A-Za-z0-9]{16,250}`,
    needs: ['sk_live_', 'sk_test_', 'rk_live_', 'rk_test_', 'whsec_'],
    documented: 'https://docs.stripe.com/keys'
  },
  {
    id: 'anthropic-key',
    what: 'A key of the Anthropic API',
    pattern: `${ALONE}sk-ant-[a-z0-9]{2,20}-[A-Za-z0-9_-]{20,250}`,
    needs: ['sk-ant-'],
    documented: 'https://docs.anthropic.com/en/api/overview'
  },
  {
    id: 'openai-key',
    what: 'A key of the OpenAI API',
    pattern: `${ALONE}sk-(?:(?:proj|svcacct|admin|None)-[A-Za-z0-9_-]{20,250}|[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}|[A-Za-z0-9]{48})${ENDS}`,
    needs: ['sk-'],
    documented: 'https://platform.openai.com/docs/api-reference/authentication'
  },
  {
    id: 'hugging-face-token',
    what: 'A token of Hugging Face',
    pattern: `${ALONE}(?:hf|api_org)_[A-Za-z0-9]{30,40}(?![A-Za-z0-9_])`,
    needs: ['hf_', 'api_org_'],
    documented: 'https://huggingface.co/docs/hub/security-tokens'
  },
  {
    id: 'npm-token',
    what: 'A token of npm',
    pattern: `${ALONE}npm_[A-Za-z0-9]{36}(?![A-Za-z0-9_])`,
    needs: ['npm_'],
    documented: 'https://docs.npmjs.com/about-access-tokens'
  },
  {
    id: 'pypi-token',
    what: 'A token of the Python Package Index',
    pattern: `${ALONE}pypi-AgE[A-Za-z0-9_-]{50,1000}`,
    needs: ['pypi-age'],
    documented: 'https://packaging.python.org/en/latest/specifications/pypirc/'
  },
  {
    id: 'google-api-key',
    what: 'A key of a Google API',
    pattern: `${ALONE}AIza[A-Za-z0-9_-]{35}${ENDS}`,
    needs: ['aiza'],
    documented: 'https://cloud.google.com/docs/authentication/api-keys'
  },
  {
    id: 'databricks-token',
    what: 'A personal access token of Databricks',
    pattern: `${ALONE}dapi[0-9a-f]{32}(?:-[0-9])?${ENDS}`,
    needs: ['dapi'],
    documented: 'https://docs.databricks.com/en/dev-tools/auth/pat.html'
  },
  {
    id: 'json-web-token',
    what: 'A signed token in JSON',
    pattern: `${ALONE}eyJ[A-Za-z0-9_-]{10,4000}\\.eyJ[A-Za-z0-9_-]{10,8000}\\.[A-Za-z0-9_-]{10,4000}`,
    needs: ['eyj'],
    documented: 'https://www.rfc-editor.org/rfc/rfc7519'
  },
  {
    id: 'wandb-key',
    what: 'A key of Weights & Biases where it is used to log in',
    pattern:
      '(?<before>(?:wandb\\.login\\([^)\\n]{0,80}?|WANDB_API_KEY[^\\n]{0,10}?))(?<![0-9a-f])[0-9a-f]{40}(?![0-9a-f])',
    needs: ['wandb'],
    documented: 'https://docs.wandb.ai/ref/python/login'
  },
  {
    id: 'kaggle-key',
    what: 'The key in a kaggle.json',
    pattern:
      '(?<before>"username"\\s{0,4}:\\s{0,4}"[^"\\n]{1,80}"\\s{0,4},\\s{0,4}"key"\\s{0,4}:\\s{0,4}")[0-9a-f]{32}(?=")',
    needs: ['"username"'],
    documented: 'https://www.kaggle.com/docs/api'
  },
  {
    id: 'authorization',
    what: 'The credentials of an Authorization header',
    pattern: `(?<before>authorization(?:\\\\?["'])?\\]?${COLOURS}\\s{0,4}[:=,]\\s{0,4}${COLOURS}[bf]?(?:\\\\?["'])?(?:Bearer|Basic|Token|ApiKey)\\s{1,4})[A-Za-z0-9._~+/=-]{8,4000}`,
    ignoresCase: true,
    needs: ['authorization'],
    documented: 'https://www.rfc-editor.org/rfc/rfc9110#name-authorization'
  },
  {
    id: 'authorization',
    what: 'A bearer token',
    pattern: '(?<before>\\bBearer\\s{1,4})[A-Za-z0-9._~+/-]{20,4000}={0,2}',
    check: 'random',
    needs: ['bearer'],
    documented: 'https://www.rfc-editor.org/rfc/rfc6750'
  },
  {
    id: 'url-credentials',
    what: 'User and password in an address',
    pattern:
      '(?<before>://)[^\\s/?#:@"\'()\\[\\]]{0,100}:(?!(?:[0-9]{0,5}|\\$?\\{[^{}\\s]{0,80}\\}|<[^<>\\s]{0,80}>)[/?#])(?:[^\\s/?#"\']{1,300}|[^\\s@"\'<>]{1,300}(?:@[^\\s/?#"\']{1,300})?)(?=@[A-Za-z0-9\\[])',
    check: 'credentials',
    needs: ['://'],
    documented: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1'
  },
  {
    id: 'url-credentials',
    what: 'A token as the user of an address',
    pattern: '(?<before>://)[A-Za-z0-9_.-]{20,300}(?=@[A-Za-z0-9])',
    check: 'random',
    needs: ['://'],
    documented: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1'
  },
  {
    id: 'url-parameter',
    what: 'A secret among the parameters of an address',
    pattern:
      '(?<before>[?&](?:access_token|api_?key|apikey|auth_token|client_secret|password|secret|sig|token|X-Amz-Signature|X-Amz-Security-Token|X-Goog-Signature)=)[A-Za-z0-9%._~+/-]{8,2000}={0,2}',
    ignoresCase: true,
    needs: ['token=', 'key=', 'password=', 'secret=', 'sig=', 'signature='],
    documented: 'https://www.rfc-editor.org/rfc/rfc6750#section-2.3'
  },
  {
    id: 'connection-string',
    what: 'The key or password of a connection string',
    pattern:
      '(?<before>(?:AccountKey|SharedAccessKey|SharedAccessSignature)=)[A-Za-z0-9+/=%&._-]{20,1000}|(?<lead>;\\s{0,4}(?:Password|Pwd)\\s{0,4}=\\s{0,4})[^;"\'\\s{}]{3,200}(?=[;"\'])',
    ignoresCase: true,
    needs: ['accountkey=', 'sharedaccess', 'password', 'pwd'],
    documented:
      'https://learn.microsoft.com/en-us/dotnet/framework/data/adonet/connection-string-syntax'
  },
  {
    id: 'password',
    what: 'A password that is assigned as a literal',
    pattern: `(?<before>${PASSWORD}${ASSIGNS}(?<quote>${QUOTE}))${QUOTED}`,
    ignoresCase: true,
    check: 'literal',
    needs: ['passw', 'passphrase', '_pwd'],
    documented: 'https://cwe.mitre.org/data/definitions/798.html'
  },
  {
    id: 'password',
    what: 'A password that a call assigns',
    pattern: `(?<before>${SETS}${PASSWORD}${COMMA}(?<quote>${QUOTE}))${QUOTED}`,
    ignoresCase: true,
    check: 'literal',
    needs: ['passw', 'passphrase', '_pwd'],
    documented: 'https://cwe.mitre.org/data/definitions/798.html'
  },
  {
    id: 'assigned-secret',
    what: 'A token or key that a call assigns',
    pattern: `(?<before>${SETS}${TOKEN}${COMMA}(?<quote>${QUOTE}))[A-Za-z0-9_.+/=~-]{16,400}(?=\\k<quote>)`,
    ignoresCase: true,
    check: 'random',
    needs: ['token', 'secret', 'key'],
    documented: 'https://cwe.mitre.org/data/definitions/798.html'
  },
  {
    id: 'assigned-secret',
    what: 'A token or key that is assigned as a literal',
    pattern: `(?<before>${TOKEN}${ASSIGNS}(?<quote>${QUOTE}))[A-Za-z0-9_.+/=~-]{16,400}(?=\\k<quote>)`,
    ignoresCase: true,
    check: 'random',
    needs: ['token', 'secret', 'key'],
    documented: 'https://cwe.mitre.org/data/definitions/798.html'
  },
  {
    id: 'assigned-secret',
    what: 'A variable of the environment that names a secret',
    pattern:
      '(?<before>(?:^|[\\s\'"])[A-Z0-9_]{0,40}(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|SECRET_KEY)=)[A-Za-z0-9_+/=~-]{16,400}(?=["\']?(?:\\s|$))',
    check: 'random',
    needs: ['password', 'passwd', 'secret', 'token', 'key'],
    documented: 'https://cwe.mitre.org/data/definitions/526.html'
  }
];
