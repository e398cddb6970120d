-- What was bought, of top-ups that are purchases.
ALTER TABLE top_up_view ADD COLUMN product text;

-- How an account's future calls are paid; without a row by the minute. Folded by the group account-view.
CREATE TABLE account_plan (
    account_id    text PRIMARY KEY,
    version       text    NOT NULL,
    cash_overflow boolean NOT NULL,
    position      bigint  NOT NULL
) WITH (fillfactor = 70);
