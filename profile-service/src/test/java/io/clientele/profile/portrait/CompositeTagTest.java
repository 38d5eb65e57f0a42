package io.clientele.profile.portrait;

import org.junit.jupiter.api.Test;

import io.clientele.profile.value.SpendingPower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CompositeTagTest {

    @Test
    void joinsRegionPreferenceAndSpendingPower() {
        assertThat(CompositeTag.of("Shanghai", "light-luxury apparel", SpendingPower.HIGH))
                .hasValueSatisfying(
                        tag -> assertThat(tag.text()).isEqualTo("Shanghai · light-luxury apparel · high spend"));
    }

    @Test
    void needsAllThree() {
        assertThat(CompositeTag.of(null, "home", SpendingPower.LOW)).isEmpty();
        assertThat(CompositeTag.of("Shanghai", null, SpendingPower.LOW)).isEmpty();
        assertThat(CompositeTag.of("", "home", SpendingPower.LOW)).isEmpty();
        assertThat(CompositeTag.of("Shanghai", "home", SpendingPower.UNKNOWN)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new CompositeTag("Shanghai", "", SpendingPower.LOW));
    }
}
