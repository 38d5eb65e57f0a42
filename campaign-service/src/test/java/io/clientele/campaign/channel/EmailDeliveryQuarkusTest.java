package io.clientele.campaign.channel;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import io.clientele.campaign.CampaignStack;
import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
@WithTestResource(DeliverySettings.class)
class EmailDeliveryQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    TestDeliveries deliveries;

    @Inject
    UnsubscribeLinks links;

    private final String address = "ada-" + UUID.randomUUID() + "@x.example";

    @BeforeEach
    void awaitSchema() {
        CampaignStack.awaitSchema();
    }

    @Test
    void sendsTextAndHtmlWithAWayOut() throws Exception {
        try (MailServer server = new MailServer()) {
            String contact = deliveries.toAddress(
                    address,
                    "Grüße, 你好",
                    "<h1>Hello &amp; welcome</h1><p>See <a href=\"https://s.example/x\">this</a></p>");
            MimeMessage mail = server.awaitMail(address);

            assertThat(mail.getSubject()).isEqualTo("Grüße, 你好");
            assertThat(mail.getHeader("From", null))
                    .contains("shop@shop.example")
                    .contains("The Shop");
            assertThat(mail.getMessageID()).isEqualTo("<" + contact + "@shop.example>");
            String url = links.of(contact).orElseThrow();
            assertThat(url).startsWith("https://shop.example/campaigns/u/" + contact + ".");
            assertThat(unfolded(mail, "List-Unsubscribe")).isEqualTo("<" + url + ">");
            assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
            Multipart parts = (Multipart) mail.getContent();
            assertThat(text(parts, "text/plain"))
                    .contains("Hello & welcome")
                    .contains("See this (https://s.example/x)")
                    .contains("https://shop.example/cart")
                    .contains(url);
            assertThat(text(parts, "text/html"))
                    .contains("<h1>Hello &amp; welcome</h1>")
                    .contains("href=\"" + url + "\"");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.status(contact)).isEqualTo("SENT"));
        }
    }

    @Test
    void letsNoNameMakeAnotherHeader() throws Exception {
        try (MailServer server = new MailServer()) {
            deliveries.toAddress(address, "Hi\r\nBcc: all@x.example\r\n\r\nbody", "<p>Hi</p>");
            MimeMessage mail = server.awaitMail(address);

            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getSubject()).isEqualTo("Hi Bcc: all@x.example body");
            assertThat(mail.getRecipients(Message.RecipientType.TO)).hasSize(1);
        }
    }

    @Test
    void waitsForAServerThatIsDown() throws Exception {
        String contact = deliveries.toAddress(address, "Hello", "<p>Hi</p>");
        await().atMost(PATIENCE)
                .until(() -> (Integer) deliveries.value("SELECT attempts FROM delivery WHERE contact_id = $1", contact)
                        >= 2);
        try (MailServer server = new MailServer()) {
            deliveries.value(
                    "UPDATE delivery SET state = 'QUEUED', attempts = 0, next_at = now() WHERE contact_id = $1 RETURNING claim",
                    contact);
            MimeMessage mail = server.awaitMail(address);

            assertThat(mail.getMessageID()).isEqualTo("<" + contact + "@shop.example>");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.status(contact)).isEqualTo("SENT"));
            assertThat(server.mailsTo(address)).hasSize(1);
        }
    }

    @Test
    void blocksAnAddressThatDoesNotExist() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp("550 5.1.1 no such mailbox")) {
            String contact = deliveries.toAddress(address, "Hello", "<p>Hi</p>");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.status(contact)).isEqualTo("BOUNCED"));

            assertThat(server.asked()).isEqualTo(1);
            assertThat(deliveries.value("SELECT reason FROM suppression WHERE contact_id = $1", contact))
                    .isEqualTo("HARD_BOUNCE");
        }
    }

    @Test
    void takesThePolicyOfAServerForNoBounce() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp("550 5.7.1 relaying denied")) {
            String contact = deliveries.toAddress(address, "Hello", "<p>Hi</p>");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.status(contact)).isEqualTo("DEAD"));

            assertThat(server.asked()).isEqualTo(1);
            assertThat(deliveries.value("SELECT count(*) FROM suppression WHERE contact_id = $1", contact))
                    .isEqualTo(0L);
        }
    }

    @Test
    void triesAgainWhatTheServerPutsOff() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp("451 4.7.1 try again later")) {
            String contact = deliveries.toAddress(address, "Hello", "<p>Hi</p>");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.status(contact)).isEqualTo("DEAD"));

            assertThat(server.asked()).isEqualTo(DeliverySettings.ATTEMPTS);
        }
    }

    @Test
    void unsubscribesByTheButtonAndNotByTheLink() throws Exception {
        try (MailServer server = new MailServer()) {
            String contact = deliveries.toAddress(address, "Hello", "<p>Hi</p>");
            server.awaitMail(address);
            String path = path(contact);

            Response asked = given().header("Accept-Language", "zh-CN,zh;q=0.9").get(path);
            assertThat(asked.statusCode()).isEqualTo(200);
            assertThat(asked.asString())
                    .contains("lang=\"zh-Hans\"", "<h1>退订</h1>", "<form method=\"post\">", "<button");
            assertThat(asked.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(withdrawn(contact)).isEmpty();

            Response done = given().contentType("application/x-www-form-urlencoded")
                    .body("List-Unsubscribe=One-Click")
                    .post(path);
            assertThat(done.statusCode()).isEqualTo(200);
            assertThat(done.asString()).contains("lang=\"en\"", "You are unsubscribed");
            assertThat(withdrawn(contact)).containsExactly("EMAIL");

            given().multiPart("List-Unsubscribe", "One-Click").post(path).then().statusCode(200);
            given().contentType("application/x-www-form-urlencoded")
                    .body("scope=ALL")
                    .post(path)
                    .then()
                    .statusCode(200);
            assertThat(withdrawn(contact)).containsExactly("ALL", "EMAIL");

            String next = deliveries.toAddress(address, "Hello again", "<p>Hi</p>");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.status(next)).isEqualTo("FAILED"));
            assertThat(server.mailsTo(address)).hasSize(1);
        }
    }

    @Test
    void knowsLinksThatItDidNotMake() {
        String contact = "c" + UUID.randomUUID();
        String path = path(contact);
        given().get(path.substring(0, path.length() - 2) + "AA").then().statusCode(404);
        given().get("/u/" + contact).then().statusCode(404);
        given().body("x").post("/u/" + contact + ".").then().statusCode(404);
        given().get("/u/" + "a".repeat(1_000)).then().statusCode(404);
        // One that was made for a contact that is erased since.
        given().body("x").post(path).then().statusCode(200);
    }

    private String path(String contact) {
        return links.of(contact).orElseThrow().substring("https://shop.example/campaigns".length());
    }

    private List<String> withdrawn(String contact) {
        return List.of((String[]) deliveries.value("""
                SELECT coalesce(array_agg(scope ORDER BY scope), '{}') FROM consent
                WHERE NOT given AND customer_id = (SELECT customer_id FROM contact WHERE id = $1)""", contact));
    }

    private static String unfolded(MimeMessage mail, String header) throws Exception {
        return mail.getHeader(header, null).replaceAll("\\s+", "");
    }

    private static String text(Multipart parts, String type) throws Exception {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return (String) part.getContent();
            }
        }
        throw new AssertionError("no part " + type);
    }

    /** A real SMTP server on the port that the service knows. */
    private static final class MailServer implements AutoCloseable {

        private final GreenMail server =
                new GreenMail(new ServerSetup(Integer.getInteger(DeliverySettings.SMTP_PORT), "127.0.0.1", "smtp"));

        MailServer() {
            server.start();
        }

        MimeMessage awaitMail(String address) {
            await().atMost(PATIENCE).until(() -> !mailsTo(address).isEmpty());
            return mailsTo(address).getFirst();
        }

        List<MimeMessage> mailsTo(String address) {
            return List.of(server.getReceivedMessages()).stream()
                    .filter(mail -> to(mail).equals(address))
                    .toList();
        }

        private static String to(MimeMessage mail) {
            try {
                return mail.getRecipients(Message.RecipientType.TO)[0].toString();
            } catch (MessagingException broken) {
                throw new AssertionError(broken);
            }
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
