package io.clientele.campaign.channel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.consent.ConsentScope;
import io.clientele.campaign.consent.ConsentSource;
import io.clientele.campaign.consent.Consents;
import io.clientele.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Where the link to unsubscribe leads. Following it changes nothing, for mail servers follow links; the button does, and so
 * does the one click of a mail program (RFC 8058).
 */
@Path("/u/{token}")
@PermitAll
@Produces("text/html;charset=UTF-8")
public class UnsubscribeApi {

    private static final String ALL = "scope=ALL";

    private final UnsubscribeLinks links;
    private final Consents consents;
    private final Database database;

    UnsubscribeApi(UnsubscribeLinks links, Consents consents, Database database) {
        this.links = links;
        this.consents = consents;
        this.database = database;
    }

    /** Asks. */
    @GET
    public Uni<Response> ask(@RestPath String token, HttpHeaders headers) {
        return Uni.createFrom()
                .item(page(links.contact(token).isPresent() ? UnsubscribePage.ASK : UnsubscribePage.UNKNOWN, headers));
    }

    /** Unsubscribes: from the channel of the message, or from all personalised marketing. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> unsubscribe(@RestPath String token, @Nullable String body, HttpHeaders headers) {
        Optional<String> contact = links.contact(token);
        if (contact.isEmpty()) {
            return Uni.createFrom().item(page(UnsubscribePage.UNKNOWN, headers));
        }
        boolean all = body != null && body.contains(ALL);
        return database.inTransaction(transaction -> withdraw(transaction, contact.get(), all))
                .replaceWith(() -> page(UnsubscribePage.DONE, headers));
    }

    /** Of a contact that is erased there is nothing left to withdraw. */
    private Uni<Void> withdraw(SqlConnection transaction, String contactId, boolean all) {
        return ReceiptStore.contact(transaction, contactId)
                .flatMap(found -> found.map(contact -> consents.withdraw(
                                transaction,
                                contact,
                                all ? ConsentScope.ALL : ConsentScope.of(contact.channel()),
                                ConsentSource.UNSUBSCRIBE_LINK))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Response page(UnsubscribePage page, HttpHeaders headers) {
        List<Locale> languages = headers.getAcceptableLanguages();
        boolean chinese =
                !languages.isEmpty() && languages.getFirst().getLanguage().equals(Locale.CHINESE.getLanguage());
        return Response.status(page == UnsubscribePage.UNKNOWN ? Response.Status.NOT_FOUND : Response.Status.OK)
                .entity(page.html(chinese))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
                .build();
    }
}
