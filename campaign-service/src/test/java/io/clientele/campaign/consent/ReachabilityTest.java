package io.clientele.campaign.consent;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.campaign.consent.Reachability.NoAddress;
import io.clientele.campaign.consent.Reachability.NoConsent;
import io.clientele.campaign.consent.Reachability.Reachable;
import io.clientele.campaign.consent.Reachability.Suppressed;
import io.clientele.campaign.definition.Channel;

import static org.assertj.core.api.Assertions.assertThat;

class ReachabilityTest {

    private static final ConsentPolicy POLICY = new ConsentPolicy(Set.of(Channel.EMAIL, Channel.WEBHOOK));
    private static final Instant EARLIER = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");
    private static final Reachability BY_MAIL = new Reachable("ada@x.example");

    private final Map<ConsentScope, Consent> stored = new EnumMap<>(ConsentScope.class);

    @Test
    void takesAConsentForWhatIsOptInAndNoneForTheRest() {
        assertThat(email(Map.of())).isEqualTo(new NoConsent());
        assertThat(of(Channel.WEBHOOK, Map.of())).isEqualTo(new NoConsent());
        assertThat(of(Channel.INBOX, Map.of())).isEqualTo(new Reachable("c1"));
        assertThat(of(Channel.POPUP, Map.of())).isEqualTo(new Reachable("c1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", " TRUE ", "yes", "1", "是"})
    void takesATraitForAConsent(String said) {
        assertThat(email(Map.of("consent_email", said))).isEqualTo(BY_MAIL);
        assertThat(email(Map.of("consent_marketing", said))).isEqualTo(BY_MAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "no", "0", "否"})
    void takesATraitForARefusal(String said) {
        assertThat(of(Channel.INBOX, Map.of("consent_inbox", said))).isEqualTo(new NoConsent());
        assertThat(of(Channel.INBOX, Map.of("consent_marketing", said))).isEqualTo(new NoConsent());
        assertThat(email(Map.of("consent_email", "true", "consent_marketing", said)))
                .isEqualTo(new NoConsent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "maybe", "2"})
    void takesNothingForAnythingElse(String said) {
        assertThat(email(Map.of("consent_email", said))).isEqualTo(new NoConsent());
        assertThat(of(Channel.INBOX, Map.of("consent_inbox", said))).isEqualTo(new Reachable("c1"));
    }

    @Test
    void believesWhatIsStoredMoreThanATrait() {
        say(ConsentScope.EMAIL, false, EARLIER);
        assertThat(email(Map.of("consent_email", "true"))).isEqualTo(new NoConsent());

        say(ConsentScope.EMAIL, true, EARLIER);
        assertThat(email(Map.of("consent_email", "false"))).isEqualTo(BY_MAIL);
    }

    @Test
    void stopsAllMarketingOnceThatIsWithdrawn() {
        say(ConsentScope.EMAIL, true, EARLIER);
        say(ConsentScope.ALL, false, LATER);

        assertThat(email(Map.of())).isEqualTo(new NoConsent());
        assertThat(of(Channel.INBOX, Map.of("consent_inbox", "true"))).isEqualTo(new NoConsent());
        assertThat(of(Channel.POPUP, Map.of())).isEqualTo(new NoConsent());
    }

    @Test
    void takesUpTheChannelThatWasConsentedToAfterwards() {
        say(ConsentScope.ALL, false, EARLIER);
        say(ConsentScope.EMAIL, true, LATER);

        assertThat(email(Map.of())).isEqualTo(BY_MAIL);
        assertThat(of(Channel.INBOX, Map.of())).isEqualTo(new NoConsent());
    }

    @Test
    void letsMessagesAboutAnOrderThrough() {
        say(ConsentScope.ALL, false, LATER);

        assertThat(transactional(Set.of())).isEqualTo(BY_MAIL);
        assertThat(transactional(Set.of(BlockReason.COMPLAINT, BlockReason.UNSUBSCRIBED)))
                .isEqualTo(BY_MAIL);
        assertThat(transactional(Set.of(BlockReason.HARD_BOUNCE))).isEqualTo(new Suppressed(BlockReason.HARD_BOUNCE));
    }

    @Test
    void keepsOffAddressesThatAreBlocked() {
        say(ConsentScope.EMAIL, true, LATER);
        Permissions blocked = new Permissions(stored, Set.of(BlockReason.UNSUBSCRIBED), Set.of());

        assertThat(Reachability.of(Channel.EMAIL, ada(Map.of()), blocked, POLICY, false))
                .isEqualTo(new Suppressed(BlockReason.UNSUBSCRIBED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@x.example",
                "ada@x",
                "a b@x.example",
                "ada@x.example\r\nBcc: all@x.example",
                "ada@x.example,bob@x.example",
                "\"ada\r\n\"@x.example",
                "<ada@x.example>",
                "ada@-x.example",
                ".ada@x.example",
                "ada..b@x.example",
                "ada@[127.0.0.1]",
                "爱达@x.example",
            })
    void knowsWhatIsNoAddress(String text) {
        assertThat(email(Map.of("email", text, "consent_email", "true"))).isEqualTo(new NoAddress());
    }

    @Test
    void knowsNoAddressLongerThanMailTakes() {
        assertThat(EmailAddress.of("a".repeat(65) + "@x.example")).isEmpty();
        assertThat(EmailAddress.of("a@" + "x.".repeat(130) + "example")).isEmpty();
        assertThat(EmailAddress.of(" a+b.c_d'e@sub.x-y.example "))
                .hasValueSatisfying(address -> assertThat(address.text()).isEqualTo("a+b.c_d'e@sub.x-y.example"));
    }

    private Reachability email(Map<String, String> traits) {
        return of(Channel.EMAIL, traits);
    }

    private Reachability of(Channel channel, Map<String, String> traits) {
        return Reachability.of(channel, ada(traits), new Permissions(stored, Set.of(), Set.of()), POLICY, false);
    }

    private Reachability transactional(Set<BlockReason> blocks) {
        return Reachability.of(Channel.EMAIL, ada(Map.of()), new Permissions(stored, blocks, Set.of()), POLICY, true);
    }

    private void say(ConsentScope scope, boolean given, Instant at) {
        stored.put(scope, new Consent(scope, given, at, ConsentSource.SHOPPER, null));
    }

    private static Recipient ada(Map<String, String> traits) {
        Map<String, String> all = new HashMap<>(Map.of("email", "ada@x.example"));
        all.putAll(traits);
        return new Recipient("c1", Set.of("c1"), all);
    }
}
