// Helpers that seed all streams at once, from libraries and from the notebook's own modules.
import { cells, told } from './told';

const drawnAfter = (...seeding: string[]): string =>
  told(
    cells(
      'import numpy as np, random, torch',
      ...seeding,
      'print(np.random.rand(), random.random(), torch.rand(2))'
    )
  ).slice(-1)[0] ?? '';

describe('what is drawn', () => {
  it.each([
    ['import pytorch_lightning as pl\npl.seed_everything(1)'],
    ['import pytorch_lightning as pl', 'pl.seed_everything(1)'],
    ['from lightning.pytorch import seed_everything', 'seed_everything(1)'],
    ['from transformers import set_seed\nset_seed(1)'],
    ['from fastai.vision.all import *', 'set_seed(1, reproducible=True)'],
    ['from accelerate.utils import set_seed\nset_seed(1)'],
    ['import keras', 'keras.utils.set_random_seed(1)'],
    ['from tools.random import seed_all\nseed_all(1)'],
    ['import tools', 'tools.fix_seeds(1)'],
    ['from tools import fix_seed', 'fix_seed(1)'],
    ['import tools.seeds as ts', 'ts.fix_seed(1)'],
    ['from tools import seeds', 'seeds.fix_seed(1)'],
    ['from tools import set_seed', 'def start():\n  set_seed(1)', 'start()']
  ])('is settled by %j %j %j', (...seeding) => {
    expect(drawnAfter(...seeding)).toMatch(/ same$/);
  });

  it.each([
    ['def set_seed(n):\n  print(n)', 'set_seed(1)'],
    [
      'class Game:\n  def set_seed(self, n):\n    self.n = n',
      'g = Game()',
      'g.set_seed(1)'
    ],
    ['g = make()\ng.set_seed(1)'],
    ['from games import make\ng = make()', 'g.set_seed(1)'],
    ['import games', 'g = games.Game()', 'g.table.set_seed(1)'],
    ['import games\ngames.Game.set_seed(1)'],
    ['from games import Game', 'Game.set_seed(1)'],
    ['fix_seed = make()', 'fix_seed(1)'],
    ['import tools', 'tools.seed_of(1)'],
    ['from transformers import set_seed']
  ])('is not by %j %j %j', (...seeding) => {
    expect(drawnAfter(...seeding)).toMatch(/ random unseeded$/);
  });

  it('is so whatever was drawn before', () => {
    const notebook = cells(
      'import numpy as np\nfrom transformers import set_seed',
      'np.random.seed(3)\nprint(np.random.rand())',
      'set_seed(1)',
      'print(np.random.rand())'
    ).edit('b', 'np.random.seed(4)\nprint(np.random.rand())');
    expect(told(notebook).slice(2)).toEqual(['c same', 'd same']);
  });
});
