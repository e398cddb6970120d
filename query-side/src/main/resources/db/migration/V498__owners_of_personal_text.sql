-- Whose the texts are that an earlier release kept beside the log, as far as their subject does not tell it.
UPDATE personal_text SET account_id = member_id FROM call_view
WHERE personal_text.account_id IS NULL AND subject = call_id;
UPDATE personal_text SET account_id = 'acc_' || substr(cardholder_id, 5) FROM card_view
WHERE personal_text.account_id IS NULL AND subject = card_id;
UPDATE personal_text SET account_id = 'acc_' || substr(listener_id, 5) FROM earnings_entry
WHERE personal_text.account_id IS NULL AND kind = 'PENALTY' AND subject = reference;

-- Payments that were on their way when the command side began to keep them, where it is in this database.
DO $$
BEGIN
    IF to_regclass('open_payment') IS NOT NULL THEN
        INSERT INTO open_payment (reference, wallet_id)
        SELECT top_up_id, wallet_id FROM top_up_view WHERE status = 'REQUESTED' ON CONFLICT DO NOTHING;
    END IF;
END
$$;
