package io.clientele.profile.segment;

/**
 * A table that PostgreSQL has no room for: it refuses what is written with the code that it gives when its disk is full. How
 * often it did is counted by a sequence, which no transaction takes back.
 */
record FullDisk(TestCustomers customers, String table) implements AutoCloseable {

    static FullDisk at(TestCustomers customers, String table) {
        customers.run("""
                CREATE SEQUENCE IF NOT EXISTS refusals;
                CREATE OR REPLACE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        PERFORM nextval('refusals');
                        RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
                    END $$;
                CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION no_room();
                ALTER SEQUENCE refusals RESTART""".formatted(table));
        return new FullDisk(customers, table);
    }

    long refusals() {
        return customers.number("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM refusals");
    }

    @Override
    public void close() {
        customers.run("DROP TRIGGER no_room ON " + table);
    }
}
