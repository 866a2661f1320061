// NetworkX. Graphs that are made by chance, and layouts that begin anywhere, draw from the global streams without a seed.

import type { Library } from './library';

const read = { state: 'plotting', action: 'read' } as const;
const python = { state: 'random', action: 'draw', stream: 'random' } as const;
const numpy = { state: 'random', action: 'draw', stream: 'numpy' } as const;

export const networkx: Library = {
  module: 'networkx',
  aliases: 'nx networkx',
  isPure: true,
  functions: [
    {
      names: 'draw draw_networkx',
      effect: read,
      chance: { effect: numpy, seeds: 'pos', settledAt: 1 }
    },
    {
      names: 'draw_random draw_spring',
      effect: read,
      chance: { effect: numpy }
    },
    {
      names: `draw_circular draw_kamada_kawai draw_networkx_edge_labels draw_networkx_edges draw_networkx_labels
        draw_networkx_nodes draw_planar draw_shell draw_spectral`,
      effect: read
    },
    {
      names: 'random_layout spring_layout fruchterman_reingold_layout',
      effect: numpy,
      unless: 'seed'
    },
    {
      names: `barabasi_albert_graph binomial_graph connected_watts_strogatz_graph dense_gnm_random_graph
        dual_barabasi_albert_graph erdos_renyi_graph expected_degree_graph extended_barabasi_albert_graph
        fast_gnp_random_graph gn_graph gnc_graph gnm_random_graph gnp_random_graph gnr_graph
        gaussian_random_partition_graph newman_watts_strogatz_graph planted_partition_graph powerlaw_cluster_graph
        random_geometric_graph random_labeled_tree random_lobster random_partition_graph random_powerlaw_tree
        random_regular_graph random_tree relaxed_caveman_graph scale_free_graph stochastic_block_model
        watts_strogatz_graph waxman_graph`,
      effect: python,
      unless: 'seed'
    }
  ],
  changingMethods: `add_edge add_edges_from add_node add_nodes_from add_weighted_edges_from remove_edge remove_edges_from
    remove_node remove_nodes_from`,
  pureMethods: `adjacency degree edges get_edge_data has_edge has_node in_degree in_edges is_directed is_multigraph nbunch_iter neighbors nodes
    number_of_edges number_of_nodes out_degree out_edges predecessors subgraph successors to_directed to_undirected`
};
