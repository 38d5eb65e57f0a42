package io.clientele.loader.demoshop;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Where customers live. */
enum City {
    BEIJING("Beijing", "Beijing", CityTier.TIER_1),
    SHANGHAI("Shanghai", "Shanghai", CityTier.TIER_1),
    GUANGZHOU("Guangzhou", "Guangdong", CityTier.TIER_1),
    SHENZHEN("Shenzhen", "Guangdong", CityTier.TIER_1),
    CHENGDU("Chengdu", "Sichuan", CityTier.NEW_TIER_1),
    HANGZHOU("Hangzhou", "Zhejiang", CityTier.NEW_TIER_1),
    WUHAN("Wuhan", "Hubei", CityTier.NEW_TIER_1),
    XIAN("Xi'an", "Shaanxi", CityTier.NEW_TIER_1),
    NANJING("Nanjing", "Jiangsu", CityTier.NEW_TIER_1),
    KUNMING("Kunming", "Yunnan", CityTier.TIER_2),
    XIAMEN("Xiamen", "Fujian", CityTier.TIER_2),
    HARBIN("Harbin", "Heilongjiang", CityTier.TIER_2),
    LUOYANG("Luoyang", "Henan", CityTier.TIER_3),
    GUILIN("Guilin", "Guangxi", CityTier.TIER_3),
    ZUNYI("Zunyi", "Guizhou", CityTier.TIER_3);

    private static final Map<CityTier, City[]> BY_TIER = new EnumMap<>(CityTier.class);

    static {
        for (CityTier tier : CityTier.values()) {
            BY_TIER.put(
                    tier,
                    Arrays.stream(values()).filter(city -> city.tier == tier).toArray(City[]::new));
        }
    }

    final String label;
    final String region;
    final CityTier tier;

    City(String label, String region, CityTier tier) {
        this.label = label;
        this.region = region;
        this.tier = tier;
    }

    static City[] of(CityTier tier) {
        return Objects.requireNonNull(BY_TIER.get(tier));
    }
}
