package io.clientele.loader.demoshop;

/** Devices (A3: iOS and Android 92 %; iOS dwells 18 % longer than Android; Android pays slightly more often). */
enum Device {
    IOS("mobile", "iOS", 0.47, 1.18, 0.31),
    ANDROID("mobile", "Android", 0.45, 1.00, 0.26),
    PC("desktop", "Windows", 0.08, 1.10, 0.28);

    final String type;
    final String os;
    /** Of all customers. */
    final double share;
    /** Dwell time relative to Android. */
    final double dwell;
    /** The part of carts not bought in that visit that still come as far as the checkout, and are lost there. */
    final double lostAtCheckout;

    Device(String type, String os, double share, double dwell, double lostAtCheckout) {
        this.type = type;
        this.os = os;
        this.share = share;
        this.dwell = dwell;
        this.lostAtCheckout = lostAtCheckout;
    }
}
