package io.clientele.campaign.channel;

import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The mail server, and whom mail comes from. */
@ConfigMapping(prefix = "clientele.email")
interface EmailConfig {

    /** The SMTP server; without one e-mails wait. */
    Optional<String> host();

    @WithDefault("587")
    @Min(1)
    @Max(65_535)
    int port();

    /** How the connection is kept from others. */
    @WithDefault("STARTTLS")
    MailTls tls();

    Optional<String> username();

    Optional<String> password();

    /** The address that mail comes from; needed if there is a server. */
    Optional<String> from();

    /** The name that mail comes from. */
    Optional<String> fromName();
}
