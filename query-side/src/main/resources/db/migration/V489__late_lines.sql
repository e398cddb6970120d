-- A line is late if a block before its own has reached a later time. A question about a moment in time reads one block whole,
-- and of the blocks behind it the late lines alone. The column fits in a gap that rows had.
ALTER TABLE ledger_line ADD COLUMN late boolean NOT NULL DEFAULT false;

UPDATE ledger_line AS line SET late = true
FROM ledger_block AS block JOIN ledger_block AS before ON before.number = block.number - 1
WHERE line.position BETWEEN block.first AND block.last AND line.at < before.reached;

CREATE INDEX ledger_line_late ON ledger_line (position) WHERE late;
