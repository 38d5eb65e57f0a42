package io.clientele.campaign.benefit;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CouponCodeTest {

    private final SecureRandom source = new SecureRandom();

    @Test
    void usesEveryCharacterAtEveryPlace() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            String code = CouponCode.random(source);
            for (int place = 0; place < code.length(); place++) {
                seen.add(place + ":" + code.charAt(place));
            }
        }
        assertThat(seen).hasSize(16 * 32);
    }

    @Test
    void readsACodeHoweverItIsTyped() {
        String code = "0123456789ABCDEF";
        assertThat(CouponCode.shown(code)).isEqualTo("0123-4567-89AB-CDEF");
        assertThat(CouponCode.compared(" 0123-4567-89ab-cdef\t")).isEqualTo(code);
        assertThat(CouponCode.compared("OI23 4567 89AB CDEF")).isEqualTo(code);
        assertThat(CouponCode.compared("ol234567--89ABCDEF")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUMMER-50", "double 11", "AAAA", "a123456789012345678901234567890b"})
    void takesReadableCodesOfBenefits(String code) {
        assertThat(CouponCode.isPublic(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-abc", "ab c-", "夏季大促", "a1234567890123456789012345678901b", "ab\ncd"})
    void refusesOthers(String code) {
        assertThat(CouponCode.isPublic(code)).isFalse();
    }
}
