package io.clientele.campaign.channel;

import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.clientele.campaign.consent.EmailAddress;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;

/** Sends messages by SMTP. Whatever is tried again has the same Message-ID. */
@ApplicationScoped
class EmailSender implements Sender {

    private static final String NOT_CONFIGURED = "no mail server is configured";
    private static final String TEST = "[测试 · Test] ";
    private static final int LONGEST_SUBJECT = 500;

    private final EmailConfig config;
    private final UnsubscribeLinks links;
    private final Optional<MailClient> client;

    EmailSender(Vertx vertx, EmailConfig config, DeliveryConfig delivery, UnsubscribeLinks links) {
        this.config = config;
        this.links = links;
        this.client = config.host().map(host -> MailClient.create(vertx, settings(host, config, delivery)));
    }

    /** Refuses to start with a mail server and without what mail needs. */
    void check(@Observes StartupEvent started) {
        if (config.host().isPresent() && config.from().flatMap(EmailAddress::of).isEmpty()) {
            throw new ConfigurationException(
                    "No sender of e-mails: set CLIENTELE_EMAIL_FROM to the address that mail comes from.");
        }
        if (config.host().isPresent() && links.of("any").isEmpty()) {
            throw new ConfigurationException(
                    "No secret for links to unsubscribe: set CLIENTELE_UNSUBSCRIBE_SECRET to at"
                            + " least 32 bytes, as 'openssl rand -base64 32' gives them.");
        }
    }

    private static MailConfig settings(String host, EmailConfig config, DeliveryConfig delivery) {
        MailConfig settings = new MailConfig()
                .setHostname(host)
                .setPort(config.port())
                .setSsl(config.tls() == MailTls.TLS)
                .setStarttls(config.tls() == MailTls.STARTTLS ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED)
                .setLogin(config.username().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED)
                .setMaxPoolSize(delivery.inFlight())
                .setPipelining(false);
        settings.setConnectTimeout((int) delivery.timeout().toMillis());
        settings.setIdleTimeout((int) delivery.timeout().toSeconds() + 1);
        config.username().ifPresent(settings::setUsername);
        config.password().ifPresent(settings::setPassword);
        return settings;
    }

    @Override
    public Uni<Outcome> send(Message message) {
        Optional<EmailAddress> to = Optional.ofNullable(message.address()).flatMap(EmailAddress::of);
        if (to.isEmpty()) {
            return Uni.createFrom().item(new Outcome.Refused("it has no address"));
        }
        return client.map(mail -> Uni.createFrom()
                        .completionStage(
                                () -> mail.sendMail(mail(message, to.get())).toCompletionStage())
                        .<Outcome>map(result -> new Outcome.Taken())
                        .onFailure()
                        .recoverWithItem(EmailSender::outcome))
                .orElseGet(() -> Uni.createFrom().item(new Outcome.NotNow(NOT_CONFIGURED)));
    }

    private MailMessage mail(Message message, EmailAddress to) {
        String from = config.from().orElseThrow();
        Optional<String> unsubscribe = message.transactional() ? Optional.empty() : links.of(message.contactId());
        EmailText text = EmailText.of(message, unsubscribe);
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        headers.set("Message-ID", "<" + message.contactId() + from.substring(from.lastIndexOf('@')) + ">");
        unsubscribe.ifPresent(url -> headers.set("List-Unsubscribe", "<" + url + ">")
                .set("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        return new MailMessage()
                .setFrom(config.fromName()
                        .map(name -> from + " (" + oneLine(name.replaceAll("[()<>\"\\\\]", " ")) + ")")
                        .orElse(from))
                .setTo(to.text())
                .setSubject(
                        oneLine((message.test() ? TEST : "") + (message.subject() == null ? "" : message.subject())))
                .setText(text.text())
                .setHtml(text.html())
                .setHeaders(headers);
    }

    /** No second header comes out of a customer's or a product's name. */
    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT) : line;
    }

    private static Outcome outcome(Throwable failure) {
        if (!(failure instanceof SMTPException answer)) {
            return new Outcome.NotNow(
                    "the mail server gives no answer: " + failure.getClass().getSimpleName());
        }
        String problem = "the mail server answered " + answer.getReplyCode();
        String step = String.valueOf(answer.getMessage());
        if (!answer.isPermanent()
                || !(step.contains("recipient") || step.toLowerCase(Locale.ROOT).contains("data"))) {
            // That we may not log in, or not send as we are called, is no property of the message.
            return new Outcome.NotNow(problem);
        }
        return step.contains("recipient") && isOfAddress(answer)
                ? new Outcome.Bounced(problem)
                : new Outcome.Refused(problem);
    }

    /** Whether it is the address that is wrong (RFC 5321, 4.2.3), and not what somebody's rules say of us (RFC 3463, 5.7). */
    private static boolean isOfAddress(SMTPException answer) {
        boolean address = answer.getReplyCode() == 550 || answer.getReplyCode() == 551 || answer.getReplyCode() == 553;
        return address && !String.valueOf(answer.getReplyMessage()).contains("5.7.");
    }
}
