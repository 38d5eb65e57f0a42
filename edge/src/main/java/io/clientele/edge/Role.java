package io.clientele.edge;

/** The roles that a token's {@code groups} claim can give, as constants for {@code @RolesAllowed}. */
public final class Role {

    /** A customer of the shop; sees own data only. */
    public static final String SHOPPER = "shopper";

    /** Reads every analysis. */
    public static final String ANALYST = "analyst";

    /** Reads every analysis and runs campaigns. */
    public static final String MARKETER = "marketer";

    /** May do everything. */
    public static final String ADMIN = "admin";

    private Role() {}
}
