-- What the cart was, to tell whether the same is asked again: its goods cost the rest of cart_millionths. Null if it was
-- redeemed before this was kept.
ALTER TABLE redemption ADD COLUMN shipping_millionths bigint CHECK (shipping_millionths BETWEEN 0 AND cart_millionths);
-- Whether the cart is what a shopper said, with its own token, and the shop has not confirmed it.
ALTER TABLE redemption ADD COLUMN by_shopper boolean NOT NULL DEFAULT false;
