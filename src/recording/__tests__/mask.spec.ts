/**
 * @jest-environment node
 */
// What is taken out of texts as a secret, and what stays. The examples are made up; none was ever anybody's.
import { countSecrets } from '../../model';
import { maskJson, maskOf } from '../mask';
import { secretPatterns } from '../secret-patterns';

const mask = maskOf();

/** A text of letters and digits without an order, always the same; in pieces no scanner takes it for real. */
function random(length: number, alphabet = ALNUM, seed = 7): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (state * 16807) % 2147483647;
    return alphabet[state % alphabet.length];
  }).join('');
}

const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const HEX = '0123456789abcdef';
const PEM = (kind: string): string =>
  `-----BEGIN ${kind}-----\n${random(64)}\n${random(40)}==\n-----END ${kind}-----`;
const JWT = `eyJ${random(20)}.eyJ${random(60)}.${random(43)}`;

/** Kind, text around, secret. `§` stands for the secret. */
const secrets: readonly (readonly [string, string, string])[] = [
  ['aws-access-key-id', 'key_id = "§"', `AKIA${random(16, UPPER)}`],
  ['aws-access-key-id', 'AWS_ACCESS_KEY_ID=§\n', `ASIA${random(16, UPPER)}`],
  ['aws-secret-key', 'aws_secret_access_key = §', random(40)],
  ['aws-secret-key', 'AWS_SECRET_ACCESS_KEY="§"', random(40)],
  ['aws-secret-key', '{"aws_session_token": "§"}', random(200)],
  ['github-token', 'Github("§")', `ghp_${random(36)}`],
  ['github-token', '§', `github_pat_${random(22)}_${random(59)}`],
  ['gitlab-token', 'token = "§"', `glpat-${random(20)}`],
  [
    'slack-token',
    'WebClient(token="§")',
    `xoxb-${random(12, '0123456789')}-${random(24)}`
  ],
  [
    'slack-token',
    'post("https://hooks.slack.com/services/§")',
    `T${random(8, UPPER)}/B${random(8, UPPER)}/${random(24)}`
  ],
  ['stripe-key', 'stripe.api_key = "§"', `sk_live_${random(24)}`],
  ['stripe-key', "x('§')", `rk_test_${random(24)}`],
  [
    'anthropic-key',
    'client = Anthropic(api_key="§")',
    `sk-ant-api03-${random(93)}`
  ],
  ['openai-key', 'openai.api_key = "§"', `sk-proj-${random(48)}`],
  [
    'openai-key',
    'openai.api_key = "§"',
    `sk-${random(20)}T3BlbkFJ${random(20)}`
  ],
  ['hugging-face-token', 'login("§")', `hf_${random(34)}`],
  ['npm-token', '//registry/:_authToken=§', `npm_${random(36)}`],
  ['pypi-token', 'password: §', `pypi-AgEIcHlwaS5vcmc${random(60)}`],
  ['google-api-key', 'https://maps/api?key=§&v=3', `AIza${random(35)}`],
  ['databricks-token', '"§"', `dapi${random(32, HEX)}`],
  ['json-web-token', 'session: §', JWT],
  ['private-key', 'key = """\n§\n"""', PEM('RSA PRIVATE KEY')],
  ['private-key', '§', PEM('OPENSSH PRIVATE KEY')],
  ['private-key', "key = '§'", PEM('PRIVATE KEY').split('\n').join('\\n')],
  ['wandb-key', 'wandb.login(key="§")', random(40, HEX)],
  ['kaggle-key', '{"username":"ann","key":"§"}', random(32, HEX)],
  ['authorization', 'headers = {"Authorization": "Bearer §"}', random(30)],
  ['authorization', "headers['Authorization'] = 'Basic §'", `${random(20)}==`],
  ['authorization', 'curl -H "Authorization: token §" x', random(40)],
  ['authorization', '> authorization: Bearer §\r\n', random(24)],
  [
    'url-credentials',
    'create_engine("postgresql://§@db.example.org/x")',
    'ann:s3cr3t'
  ],
  ['url-credentials', 'git clone https://§@github.com/a/b', random(40)],
  ['url-credentials', 'redis://§@localhost:6379/0', ':hunter2'],
  ['url-parameter', 'GET /x?access_token=§&page=2', random(20)],
  [
    'url-parameter',
    'https://a.blob.core.windows.net/c?sv=1&sig=§',
    `${random(40)}%3D`
  ],
  [
    'connection-string',
    '"AccountName=a;AccountKey=§;End=x"',
    `${random(86)}==`
  ],
  ['connection-string', '"Server=a;Uid=b;Password=§;"', 'hunter2!'],
  ['password', 'password = "§"', 'hunter2'],
  ['password', "db_password='§'", 'correct-horse'],
  ['password', 'connect(host="a", password="§")', 'Tr0ub4dor&3'],
  ['password', '{"user": "ann", "password": "§"}', 'hunter2'],
  ['password', 'os.environ["PGPASSWORD"] = "§"', 'hunter2'],
  ['password', 'PASSWORD: str = "§"', 'hunter2'],
  ['password', "password = b'§'", 'hunter2'],
  ['password', '"{\\"password\\": \\"§\\"}"', 'hunter2'],
  [
    'password',
    "password\x1b[39m \x1b[38;5;241m=\x1b[39m \x1b[38;5;124m'§'\x1b[39m",
    'hunter2'
  ],
  ['password', "password = '§'", 'my$ecret1'],
  ['password', "password = '§'", 'a{b}cd1'],
  ['password', "password='§'", 'it is mine'],
  ['password', "password='''§'''", 'hunter22'],
  ['password', 'password = """§"""', 'hunter22'],
  ['password', '&quot;password&quot;: &quot;§&quot;', 'hunter22'],
  ['password', 'password=&#x27;§&#x27;', 'hunter22'],
  ['password', 'password = &#39;§&#39;', 'hunter22'],
  ['password', "environ.setdefault('DB_PASSWORD','§')", 'hunter22'],
  ['password', 'os.environ.setdefault("DB_PASSWORD", "§")', 'hunter22'],
  ['password', "monkeypatch.setenv('PGPASSWORD', '§')", 'hunter22'],
  ['assigned-secret', 'setenv("SERVICE_TOKEN", "§")', random(24)],
  ['assigned-secret', 'api_key = &quot;§&quot;', random(32)],
  ['assigned-secret', "api_key = '''§'''", random(32)],
  ['url-credentials', 'postgresql://§@db/x', 'bob:S3cr$tPass'],
  ['url-credentials', 'postgresql://§@db/x', 'bob:S3cr/tPass'],
  ['url-credentials', 'postgresql://§@db/x', 'bob:S3(cr)tPass'],
  ['url-credentials', '"postgresql://§@db/x"', 'bob:S3c{r}tPass'],
  ['url-credentials', 'postgresql://§@db', 'bob:p@ssw0rd1'],
  ['url-credentials', 'mysql://§@db:3306/x?y=1', 'bob:p@ss:w@rd'],
  ['assigned-secret', 'api_key = "§"', random(32)],
  ['assigned-secret', "client(secret='§')", random(32, HEX)],
  ['assigned-secret', '"auth-token": "§"', random(32)],
  ['assigned-secret', 'os.environ["SERVICE_TOKEN"] = "§"', random(24)],
  ['assigned-secret', '%env SERVICE_API_KEY=§', random(24)],
  ['assigned-secret', 'HOME=/home/ann\nSERVICE_SECRET=§\nLANG=C', random(24)]
];

describe('secrets', () => {
  it.each(secrets)('%s in %s', (kind, around, secret) => {
    const masked = mask(around.replace('§', () => secret));
    expect(masked).toBe(around.replace('§', `[secret: ${kind}]`));
    expect(countSecrets(masked)).toBe(1);
    expect(mask(masked)).toBe(masked);
  });

  it('are found in every kind that the list names', () => {
    const found = new Set(secrets.map(([kind]) => kind));
    const known = new Set(secretPatterns.map(({ id }) => id));
    expect([...known].filter(id => !found.has(id))).toEqual([]);
  });
});

const ordinary: readonly string[] = [
  'token = tokens[i]',
  'tokenizer = AutoTokenizer.from_pretrained("bert-base-uncased")',
  'token = "distilbert-base-uncased-finetuned"',
  'pad_token = "[PAD]"; eos_token="<|endoftext|>"',
  'key = "customer_id"; sort_key = "created_at_2024_01_01"',
  'secret = getpass("Password: ")',
  'password = os.environ["PASSWORD"]',
  'password = input("password: ")',
  'f"postgresql://{user}:{password}@{host}/{name}"',
  '"postgresql://%s:%s@%s" % (user, password, host)',
  '"postgresql://user:{password}@db/x"',
  '"postgresql://user:${PASSWORD}@db/x"',
  'postgresql://<user>:<password>@db/x',
  'password = "{password}"; password = "${PASSWORD}"; password = "$PASSWORD"',
  'password = "%(password)s"; password = "%s"',
  'a table with "name", "password", "email", "created"',
  "columns = ['user', 'password', 'address']",
  "df.drop(columns=['password', 'token'])",
  'http://[::1]:8888/lab?x=a@b',
  'http://localhost:8888/a see ann@example.org',
  '["http://localhost:8888/a","ann@example.org"]',
  'http://localhost:8888/user/ann@example.org/lab',
  'https://example.org:443/@scope/name',
  'password: str = Field(..., description="The password of the user")',
  'password = "********"',
  'password = "<your password>"',
  'print("The password is wrong")',
  'df["password"] = df["password"].str.len()',
  'assert token == "name" and secret != "none"',
  'model.fit(X, y)  # Authorization is not needed',
  'headers = {"Authorization": f"Bearer {token}"}',
  'the bearer of this letter understands everything about 12 things',
  'https://example.org/a:b@c/d',
  'http://localhost:8888/lab?reset',
  'git@github.com:ann/notebooks.git',
  'ann@example.org',
  'sk-learn and sk-image',
  'basket_live_2024 = risk_test_1',
  'npm_config_registry=https://registry.example.org',
  '550e8400-e29b-41d4-a716-446655440000',
  random(40, HEX),
  random(64, HEX),
  `sha256:${random(64, HEX)}`,
  `data:image/png;base64,${random(4000)}AKIA${random(16, UPPER)}${random(400)}`,
  `"${random(200)}ghp_${random(36)}${random(30)}+/"`,
  'eyJ is how an object in base 64 begins',
  '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----',
  '-----BEGIN PUBLIC KEY-----\nabc\n-----END PUBLIC KEY-----',
  'ssh-rsa AAAAB3NzaC1yc2E ann@host',
  '?page=2&sort=key&limit=100',
  '[secret: github-token]'
];

describe('ordinary text', () => {
  it.each(ordinary)('stays: %s', text => {
    expect(mask(text)).toBe(text);
  });
});

describe('a mask', () => {
  it('gives the same for what is masked, and never makes a text much longer', () => {
    let seed = 1;
    for (let turn = 0; turn < 300; turn += 1) {
      const parts = Array.from({ length: 6 }, (_, index) => {
        seed = (seed * 48271) % 2147483647;
        const [, around, secret] = secrets[seed % secrets.length] ?? [
          '',
          '',
          ''
        ];
        return index % 2 === 0
          ? around.replace('§', () => secret)
          : (ordinary[seed % ordinary.length] ?? '');
      });
      const text = parts.join('\n');
      const once = mask(text);
      expect(mask(once)).toBe(once);
      expect(once.length).toBeLessThanOrEqual(text.length + 30 * parts.length);
    }
  });

  it('goes through texts of a value and leaves its keys and numbers', () => {
    const token = `ghp_${random(36)}`;
    const value = {
      [token]: 1,
      rows: [token, 2, null, { text: `x ${token}` }]
    };
    expect(maskJson(mask, value)).toEqual({
      [token]: 1,
      rows: [
        '[secret: github-token]',
        2,
        null,
        { text: 'x [secret: github-token]' }
      ]
    });
  });

  it('takes patterns of the user', () => {
    const own = {
      id: 'custom',
      what: '',
      pattern: 'ACME-[0-9]{6}',
      needs: [],
      documented: ''
    };
    expect(maskOf([own])('id ACME-123456.')).toBe('id [secret: custom].');
  });

  it('knows every pattern by bounded repetitions alone', () => {
    for (const { pattern } of secretPatterns) {
      const plain = pattern
        .replace(/\[(?:\\.|[^\]\\])*\]/g, 'x')
        .replace(/\\./g, 'x');
      expect(plain).not.toMatch(/[*+]|\{\d+,\}/);
    }
  });
});
