-- What a payer has to do next, such as confirming with their bank; gone when the payment is settled.
CREATE TABLE payment_next_step (
    payment text NOT NULL,
    field   text NOT NULL,
    content text NOT NULL,
    PRIMARY KEY (payment, field)
);
