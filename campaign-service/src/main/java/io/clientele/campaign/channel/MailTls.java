package io.clientele.campaign.channel;

/** How the connection to the mail server is kept from others. */
enum MailTls {
    /** Not at all: for a server on the same machine. */
    NONE,
    /** Demanded after the connection is made, commonly on port 587. */
    STARTTLS,
    /** From the first byte, commonly on port 465. */
    TLS
}
