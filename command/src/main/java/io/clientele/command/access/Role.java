package io.clientele.command.access;

import java.util.Locale;

/** The roles that the services' schemas ask for. */
public enum Role {
    SHOPPER,
    ANALYST,
    MARKETER,
    ADMIN;

    /** As it stands in a token's {@code groups} and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word();
    }
}
