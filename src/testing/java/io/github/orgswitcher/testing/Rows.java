package io.github.orgswitcher.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The extension's tables, as they are in the database. */
public final class Rows {

    private static final Map<String, Set<String>> TABLES = Map.of(
            "ORGSW_ALLOWED_DOMAIN", Set.of("REALM_ID", "ORG_ID"),
            "ORGSW_JOIN_POLICY", Set.of("REALM_ID", "ORG_ID"),
            "ORGSW_ENROLLMENT", Set.of("REALM_ID", "ORG_ID", "USER_ID"),
            "ORGSW_PERSON", Set.of("REALM_ID", "USER_ID"),
            "ORGSW_LAST_USED", Set.of("REALM_ID", "ORG_ID", "USER_ID"),
            "ORGSW_DIRECTORY_LEAVER", Set.of("REALM_ID", "ORG_ID"),
            "ORGSW_SETTINGS", Set.of("REALM_ID"),
            "ORGSW_OUTBOX", Set.of("REALM_ID", "ORG_ID", "USER_ID"));

    private final Sql sql;

    public Rows(Sql sql) {
        this.sql = sql;
    }

    /** How many rows each table has where a column has a value; tables without the column are left out. */
    public Map<String, Integer> where(String column, String value) {
        Map<String, Integer> counts = new TreeMap<>();
        TABLES.forEach((table, columns) -> {
            if (columns.contains(column)) {
                counts.put(
                        table,
                        Integer.parseInt(
                                sql.one("select count(*) from " + table + " where " + column + " = ?", value)));
            }
        });
        return counts;
    }

    /** All that the tables hold of a realm, a line for each row, behind its table's name. */
    public List<String> of(String realmId) {
        return TABLES.keySet().stream()
                .sorted()
                .flatMap(table -> sql
                        .query(
                                "select concat_ws(' ', '" + table + "', " + columns(table) + ") from " + table
                                        + " where REALM_ID = ?",
                                realmId)
                        .stream())
                .toList();
    }

    private String columns(String table) {
        List<String> columns = sql.query(
                "select column_name from information_schema.columns where upper(table_name) = ? order by column_name",
                table);
        return String.join(", ", columns);
    }

    /** The allowed domains of an organization, each with its owner. */
    public List<String> domains(String orgId) {
        return sql.query(
                "select concat(DOMAIN, ' ', SOURCE) from ORGSW_ALLOWED_DOMAIN where ORG_ID = ? order by DOMAIN", orgId);
    }

    /** What each owner says of an organization's join mode. */
    public List<String> joinModes(String orgId) {
        return sql.query(
                "select concat(SOURCE, ' ', coalesce(JOIN_MODE, 'null')) from ORGSW_JOIN_POLICY where ORG_ID = ? order by SOURCE",
                orgId);
    }

    public String enrollmentStatus(String orgId, String userId) {
        return sql.one("select STATUS from ORGSW_ENROLLMENT where ORG_ID = ? and USER_ID = ?", orgId, userId);
    }

    /** Has an answer to a request be so many days old. */
    public void age(String orgId, String userId, int days) {
        long then = System.currentTimeMillis() - Duration.ofDays(days).toMillis();
        sql.execute(
                "update ORGSW_ENROLLMENT set UPDATED_AT = " + then + " where ORG_ID = ? and USER_ID = ?",
                orgId,
                userId);
    }

    /** Writes what a join over an allowed domain leaves: an enrollment, and a mail that waits. */
    public void addJoined(String realmId, String orgId, String userId) {
        sql.execute(
                "insert into ORGSW_ENROLLMENT (REALM_ID, ORG_ID, USER_ID, STATUS, METHOD, DOMAIN, CREATED_AT, UPDATED_AT)"
                        + " values (?, ?, ?, 'JOINED', 'ALLOWED_DOMAIN', 'acme.example', 1, 1)",
                realmId,
                orgId,
                userId);
        sql.execute(
                "insert into ORGSW_OUTBOX (ID, REALM_ID, KIND, ORG_ID, USER_ID, RECIPIENT, CREATED_AT, DUE_AT, TRIES, SENT_AT)"
                        + " values (?, ?, 'WELCOME', ?, ?, ?, 1, 99999999999999, 0, 0)",
                UUID.randomUUID().toString(),
                realmId,
                orgId,
                userId,
                userId);
        sql.execute(
                "insert into ORGSW_PERSON (REALM_ID, USER_ID) values (?, ?) on conflict do nothing", realmId, userId);
        sql.execute(
                "insert into ORGSW_LAST_USED (REALM_ID, ORG_ID, USER_ID, USED_AT) values (?, ?, ?, 1)",
                realmId,
                orgId,
                userId);
    }

    /** Has somebody's invitation be mailed at the next opportunity. */
    public void addInvitationMail(String realmId, String orgId, String userId) {
        sql.execute(
                "insert into ORGSW_OUTBOX (ID, REALM_ID, KIND, ORG_ID, USER_ID, RECIPIENT, CREATED_AT, DUE_AT, TRIES, SENT_AT)"
                        + " values (?, ?, 'INVITATION', ?, ?, ?, 1, 1, 0, 0)",
                UUID.randomUUID().toString(),
                realmId,
                orgId,
                userId,
                userId);
    }

    /** What waits to be mailed about an organization. */
    public List<String> waitingMails(String orgId) {
        return sql.query("select KIND || ' ' || RECIPIENT from ORGSW_OUTBOX where ORG_ID = ? and SENT_AT = 0", orgId);
    }

    /** How much of it has been tried in vain. */
    public int mailsTried(String orgId) {
        return sql.query("select ID from ORGSW_OUTBOX where ORG_ID = ? and SENT_AT = 0 and TRIES > 0", orgId)
                .size();
    }

    /** How often what has failed most was tried. */
    public int mostTries(String orgId) {
        return sql.query("select TRIES from ORGSW_OUTBOX where ORG_ID = ? and SENT_AT = 0", orgId).stream()
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    /** Has time pass in which nothing could be sent. */
    public void ageMails(String orgId, Duration time) {
        sql.execute(
                "update ORGSW_OUTBOX set CREATED_AT = CREATED_AT - " + time.toMillis()
                        + ", DUE_AT = 1 where ORG_ID = ? and SENT_AT = 0",
                orgId);
    }

    /** How much of it is sent at the next opportunity. */
    public int mailsDue(String orgId) {
        return sql.query(
                        "select ID from ORGSW_OUTBOX where ORG_ID = ? and SENT_AT = 0 and DUE_AT < " + inAMinute(),
                        orgId)
                .size();
    }

    private static long inAMinute() {
        return System.currentTimeMillis() + 60_000;
    }

    /** Has the time pass that requests wait to become one mail. */
    public void passMailsDay(String orgId) {
        sql.execute("update ORGSW_OUTBOX set SENT_AT = 1 where ORG_ID = ? and SENT_AT > 0", orgId);
        sql.execute("update ORGSW_OUTBOX set DUE_AT = 1 where ORG_ID = ?", orgId);
    }

    /** Loses an organization's allowed domains, as if the extension had not been there when they were declared. */
    public void loseDomains(String orgId) {
        sql.execute("delete from ORGSW_ALLOWED_DOMAIN where ORG_ID = ?", orgId);
    }

    /** Removes an organization's attributes behind Keycloak's back, as a change without the extension does. */
    public void loseAttributes(String orgId) {
        sql.execute("delete from GROUP_ATTRIBUTE where GROUP_ID = (select GROUP_ID from ORG where ID = ?)", orgId);
    }
}
