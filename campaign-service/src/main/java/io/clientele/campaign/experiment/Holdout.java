package io.clientele.campaign.experiment;

/**
 * Customers whom no campaign contacts, so that the effect of all campaigns together can be told.
 *
 * @param salt another one holds out others
 * @param share of all customers, 0 to 1, in steps of 1/10,000; who is held out at a share stays so at every larger one
 */
public record Holdout(String salt, double share) {

    public Holdout {
        Shares.check("share", share, 1);
    }

    /** Whether this customer is held out, for ever. */
    public boolean holds(String customerId) {
        return Assignment.bucket(salt, customerId) < Assignment.buckets(share);
    }
}
