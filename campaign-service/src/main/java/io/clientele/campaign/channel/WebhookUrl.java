package io.clientele.campaign.channel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;

/** Where webhooks may lie: nobody shall reach what is inside by naming it as a webhook. */
final class WebhookUrl {

    private static final int LONGEST = 2_000;

    private WebhookUrl() {}

    /**
     * The address that a text is.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_URL}
     */
    static URI of(String field, String text, WebhookConfig config) {
        URI url = parsed(field, text);
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && config.allowHttp())) {
            throw refused(field, "must begin with https://");
        }
        if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw refused(field, "must have a host, no login and no fragment");
        }
        return url;
    }

    private static URI parsed(String field, String text) {
        if (text.length() > LONGEST) {
            throw refused(field, "must have at most " + LONGEST + " characters");
        }
        try {
            return new URI(text);
        } catch (URISyntaxException wrong) {
            throw refused(field, "is no address");
        }
    }

    private static RuntimeException refused(String field, String reason) {
        return new ChannelFailure.InvalidUrl(field, reason).exception();
    }

    /** Whether an address is that of a machine on the public network. */
    static boolean isPublic(InetAddress address) {
        boolean local = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        byte[] bytes = address.getAddress();
        return !local && (address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes));
    }

    /** Not 0/8, 100.64/10, 192.0.0/24, 198.18/15, 240/4: RFC 6890. */
    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first != 0
                && first < 240
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0 && bytes[2] == 0)
                && !(first == 198 && (second == 18 || second == 19));
    }

    /** Not fc00::/7, and of those that hold an address of version 4 (::/96, 64:ff9b::/96, 2002::/16) as that one. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        boolean zeros = first == 0 || (first == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b);
        if (zeros) {
            return isPublicEmbedded(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (first == 0x2002) {
            return isPublicEmbedded(Arrays.copyOfRange(bytes, 2, 6));
        }
        return (first & 0xfe00) != 0xfc00;
    }

    private static boolean isPublicEmbedded(byte[] bytes) {
        try {
            return isPublic(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }
}
