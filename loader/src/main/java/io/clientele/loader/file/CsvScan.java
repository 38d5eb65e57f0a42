package io.clientele.loader.file;

/** Tells whether a record of CSV is complete or goes on in the next line, inside of quotes. */
final class CsvScan {

    private enum Place {
        CELL_START,
        PLAIN,
        QUOTED,
        AFTER_QUOTE
    }

    private Place place = Place.CELL_START;

    /** Take in the next line of the record and tell whether it leaves a quoted cell open. */
    boolean leavesOpen(String line) {
        for (int i = 0; i < line.length(); i++) {
            place = after(line.charAt(i));
        }
        return place == Place.QUOTED;
    }

    private Place after(char c) {
        return switch (place) {
            case CELL_START -> c == '"' ? Place.QUOTED : c == ',' ? Place.CELL_START : Place.PLAIN;
            case PLAIN -> c == ',' ? Place.CELL_START : Place.PLAIN;
            case QUOTED -> c == '"' ? Place.AFTER_QUOTE : Place.QUOTED;
            case AFTER_QUOTE -> c == '"' ? Place.QUOTED : c == ',' ? Place.CELL_START : Place.PLAIN;
        };
    }
}
