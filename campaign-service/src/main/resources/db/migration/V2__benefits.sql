-- What an offer gives. Its counters change in the transactions that decide, under a lock on the row.
CREATE TABLE benefit (
    id text PRIMARY KEY,
    name text NOT NULL,
    version integer NOT NULL,
    -- Kind, amounts and currency; a coupon keeps a copy of the terms that it was issued with.
    terms jsonb NOT NULL,
    currency text NOT NULL,
    -- A code that many may use, as its marketer writes it and as codes are compared.
    code text,
    code_compared text UNIQUE,
    stock integer,
    budget_millionths bigint,
    per_customer_limit integer NOT NULL CHECK (per_customer_limit >= 1),
    -- An ISO 8601 duration that a coupon is good for, and an instant that ends all of them.
    valid_for text,
    valid_until timestamptz,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text NOT NULL,
    -- Of the stock: coupons that are usable or redeemed, and redemptions of the benefit's own code.
    taken integer NOT NULL DEFAULT 0 CHECK (taken >= 0),
    -- Of the budget: the most that usable coupons can cost, and what redemptions did cost.
    reserved_millionths bigint NOT NULL DEFAULT 0 CHECK (reserved_millionths >= 0),
    spent_millionths bigint NOT NULL DEFAULT 0 CHECK (spent_millionths >= 0),
    issued bigint NOT NULL DEFAULT 0 CHECK (issued >= 0),
    redeemed bigint NOT NULL DEFAULT 0 CHECK (redeemed >= 0),
    CHECK ((code IS NULL) = (code_compared IS NULL)),
    CHECK (stock IS NULL OR taken <= stock),
    CHECK (budget_millionths IS NULL OR reserved_millionths + spent_millionths <= budget_millionths)
);

CREATE TABLE benefit_version (
    benefit_id text NOT NULL REFERENCES benefit,
    version integer NOT NULL,
    definition jsonb NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by text NOT NULL,
    PRIMARY KEY (benefit_id, version)
);

-- A benefit in one customer's hands.
CREATE TABLE coupon (
    id text PRIMARY KEY,
    benefit_id text NOT NULL REFERENCES benefit,
    benefit_version integer NOT NULL,
    benefit_name text NOT NULL,
    -- As profile-service knew the customer when the coupon was issued.
    customer_id text NOT NULL,
    contact_id text,
    -- Without hyphens, as codes are compared.
    code text NOT NULL UNIQUE,
    terms jsonb NOT NULL,
    state text NOT NULL CHECK (state IN ('USABLE', 'REDEEMED', 'EXPIRED')),
    -- What it holds of the benefit's budget: of a usable one the most that it can cost, as far as that is known.
    held_millionths bigint NOT NULL CHECK (held_millionths >= 0),
    issued_at timestamptz NOT NULL,
    expires_at timestamptz,
    CHECK (expires_at > issued_at),
    CHECK (state = 'USABLE' OR held_millionths = 0)
);

CREATE INDEX coupon_of_customer ON coupon (customer_id, benefit_id);
CREATE INDEX coupon_of_contact ON coupon (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX coupon_to_expire ON coupon (expires_at) WHERE state = 'USABLE' AND expires_at IS NOT NULL;

-- A coupon, or a benefit's own code, used for one order.
CREATE TABLE redemption (
    order_id text PRIMARY KEY,
    benefit_id text NOT NULL REFERENCES benefit,
    -- Null if the benefit's own code was used.
    coupon_id text REFERENCES coupon,
    -- As codes are compared.
    code text NOT NULL,
    customer_id text NOT NULL,
    currency text NOT NULL,
    -- The cart, goods and shipping, before the discount.
    cart_millionths bigint NOT NULL,
    discount_millionths bigint NOT NULL CHECK (discount_millionths > 0),
    redeemed_at timestamptz NOT NULL,
    reversed_at timestamptz,
    CHECK (discount_millionths <= cart_millionths)
);

-- No coupon is used for two orders at a time.
CREATE UNIQUE INDEX redemption_of_coupon ON redemption (coupon_id) WHERE reversed_at IS NULL;
CREATE INDEX redemption_of_customer ON redemption (customer_id, benefit_id) WHERE coupon_id IS NULL AND reversed_at IS NULL;
