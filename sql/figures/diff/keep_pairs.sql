-- The pairs of units of the groups that are laid out.
-- One row: two units and a group of $run.
insert into kept_pairs select $run, $kind, grp, first, second, a, b, wa, wb from pair_sums;
