package io.kanoa.thorgate.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them. */
final class Rounded {

    private static final int DIGITS = 3;
    private static final int MOST_DIGITS = 9;

    private Rounded() {}

    /** Three significant digits, or as many more as keep {@code value} on its side of {@code limit}. */
    static String apart(double value, double limit) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        for (int digits = DIGITS; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = round(value, digits);
            if (Double.compare(rounded.doubleValue(), limit) == Double.compare(value, limit)) {
                return plain(rounded, digits);
            }
        }
        return plain(round(value, MOST_DIGITS), MOST_DIGITS);
    }

    private static BigDecimal round(double value, int digits) {
        return BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    /** Without an exponent; with zeros behind the point as far as they are significant. */
    private static String plain(BigDecimal value, int digits) {
        int places = Math.max(0, digits - (value.precision() - value.scale()));
        return value.signum() == 0
                ? "0"
                : value.setScale(places, RoundingMode.HALF_EVEN).toPlainString();
    }
}
