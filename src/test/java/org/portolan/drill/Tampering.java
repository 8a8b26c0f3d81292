package org.portolan.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** The ways in which somebody may change an audit trail; each does one at random places. */
enum Tampering {
  EDIT_A_COLUMN {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      String column = COLUMNS.get(random.nextInt(COLUMNS.size()));
      long number = entry(trail, random);
      // no two entries can be of one id: another one is one that is free
      Object before =
          column.equals("id")
              ? trail.value("SELECT MAX(id) FROM audit_entry")
              : trail.value("SELECT " + column + " FROM audit_entry WHERE seq = ?", number);
      trail.run(
          "UPDATE audit_entry SET " + column + " = ? WHERE seq = ?",
          other(column, before, random),
          number);
      return column + " of " + number;
    }
  },
  EMPTY_A_COLUMN {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      String column = NULLABLE.get(random.nextInt(NULLABLE.size()));
      List<Object> full =
          trail.column(
              "SELECT seq FROM audit_entry WHERE seq IS NOT NULL AND " + column + " IS NOT NULL");
      if (full.isEmpty()) {
        return "";
      }
      Object number = full.get(random.nextInt(full.size()));
      trail.run("UPDATE audit_entry SET " + column + " = NULL WHERE seq = ?", number);
      return column + " of " + number;
    }
  },
  DELETE_AN_ENTRY {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      long number = entry(trail, random);
      trail.run("DELETE FROM audit_entry WHERE seq = ?", number);
      return String.valueOf(number);
    }
  },
  DELETE_AN_ENTRY_AND_CLOSE_THE_GAP {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      long number = entry(trail, random);
      trail.run("DELETE FROM audit_entry WHERE seq = ?", number);
      trail.run("UPDATE audit_entry SET seq = seq - 1 WHERE seq > ?", number);
      trail.headToLast();
      return String.valueOf(number);
    }
  },
  SWAP_NUMBERS {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      long one = entry(trail, random);
      long other = another(trail, random, one);
      swap(trail, "seq", one, other);
      if (random.nextBoolean()) {
        swap(trail, "hash", one, other);
      }
      return one + " and " + other;
    }
  },
  SWAP_A_VALUE {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      String column = random.nextBoolean() ? "nonce" : "mac";
      long one = entry(trail, random);
      long other = another(trail, random, one);
      swap(trail, column, one, other);
      return column + " of " + one + " and " + other;
    }
  },
  EXCHANGE_CIPHERTEXTS {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      List<Object> personal =
          trail.column("SELECT seq FROM audit_entry WHERE personal <> '' AND seq IS NOT NULL");
      int one = random.nextInt(personal.size());
      int other = (one + 1 + random.nextInt(personal.size() - 1)) % personal.size();
      swap(
          trail,
          "personal",
          ((Number) personal.get(one)).longValue(),
          ((Number) personal.get(other)).longValue());
      return personal.get(one) + " and " + personal.get(other);
    }
  },
  APPEND_A_COPY {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      long number = entry(trail, random);
      insert(trail, number, String.valueOf(trail.last() + 1), "nonce", "hash", "mac");
      trail.headToLast();
      return String.valueOf(number);
    }
  },
  COPY_AS_WAITING {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      long number = entry(trail, random);
      insert(trail, number, "NULL", "nonce", "NULL", "mac");
      return String.valueOf(number);
    }
  },
  COPY_IN_PLACE {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      long number = entry(trail, random);
      insert(trail, number, "seq", "nonce", "hash", "mac");
      return String.valueOf(number);
    }
  },
  FORGE_A_WAITING_ENTRY {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      insert(trail, entry(trail, random), "NULL", bytes(random, 16), "NULL", bytes(random, 32));
      return "";
    }
  },
  FORGE_THE_NEXT_ENTRY {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      insert(
          trail,
          entry(trail, random),
          String.valueOf(trail.last() + 1),
          bytes(random, 16),
          bytes(random, 32),
          random.nextBoolean() ? "mac" : bytes(random, 32));
      trail.headToLast();
      return "";
    }
  },
  FORGE_AN_ENTRY_BETWEEN {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      long number = entry(trail, random);
      trail.run("UPDATE audit_entry SET seq = seq + 1 WHERE seq >= ? ORDER BY seq DESC", number);
      insert(
          trail,
          number + 1,
          String.valueOf(number),
          bytes(random, 16),
          bytes(random, 32),
          bytes(random, 32));
      trail.headToLast();
      return "at " + number;
    }
  },
  CUT_THE_TAIL {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      long from = entry(trail, random);
      trail.run("DELETE FROM audit_entry WHERE seq >= ?", from);
      return "from " + from;
    }
  },
  CUT_THE_TAIL_AND_SET_THE_HEAD_BACK {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      long from = Math.max(2, entry(trail, random));
      trail.run("DELETE FROM audit_entry WHERE seq >= ?", from);
      trail.headToLast();
      return "from " + from;
    }
  },
  UNSEAL_THE_LAST_ENTRIES {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      long from = Math.max(2, trail.last() - random.nextInt(5));
      trail.run("UPDATE audit_entry SET seq = NULL, hash = NULL WHERE seq >= ?", from);
      trail.headToLast();
      return "from " + from;
    }
  },
  BEGIN_ANEW {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      trail.run("DELETE FROM audit_entry");
      trail.run("UPDATE audit_head SET number = 0, hash = ?", new byte[32]);
      return "";
    }
  },
  EDIT_THE_HEAD {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      switch (random.nextInt(4)) {
        case 0:
          trail.run("UPDATE audit_head SET number = number + ?", 1 + random.nextInt(9));
          return "number";
        case 1:
          flip(trail, "audit_head", "hash", "id = 1", random);
          return "hash";
        case 2:
          flip(trail, "audit_head", "key_check", "id = 1", random);
          return "key_check";
        default:
          trail.run("DELETE FROM audit_head");
          return "deleted";
      }
    }
  },
  EDIT_THE_FILE {
    @Override
    String apply(Trail trail, Random random) throws IOException {
      byte[] content = Files.readAllBytes(trail.head());
      int at = random.nextInt(content.length);
      content[at] ^= (byte) (1 << random.nextInt(7));
      Files.write(trail.head(), content);
      return "byte " + at;
    }
  },
  CUT_THE_FILE {
    @Override
    String apply(Trail trail, Random random) throws IOException {
      byte[] content = Files.readAllBytes(trail.head());
      Files.write(trail.head(), java.util.Arrays.copyOf(content, random.nextInt(content.length)));
      return "";
    }
  },
  SET_THE_FILE_BACK_WITH_THE_TAIL {
    @Override
    String apply(Trail trail, Random random) throws SQLException, IOException {
      long from = Math.max(2, entry(trail, random));
      trail.run("DELETE FROM audit_entry WHERE seq >= ?", from);
      trail.headToLast();
      byte[] hash = (byte[]) trail.value("SELECT hash FROM audit_head");
      String[] parts =
          Files.readString(trail.head(), StandardCharsets.US_ASCII).strip().split(" ", -1);
      parts[2] = String.valueOf(from - 1);
      parts[3] = HexFormat.of().formatHex(hash);
      Files.writeString(trail.head(), String.join(" ", parts) + "\n");
      return "from " + from;
    }
  },
  EDIT_A_PERSONS_KEY {
    @Override
    String apply(Trail trail, Random random) throws SQLException {
      Object key = key(trail, random);
      switch (random.nextInt(3)) {
        case 0:
          flip(trail, "audit_person_key", "wrapped", "id = " + key, random);
          return "wrapped of " + key;
        case 1:
          trail.run("DELETE FROM audit_person_key WHERE id = ?", key);
          return "deleted " + key;
        default:
          trail.run("UPDATE audit_person_key SET person_id = person_id + 1 WHERE id = ?", key);
          return "person of " + key;
      }
    }
  };

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "seq",
          "happened_at",
          "actor_id",
          "behind_id",
          "channel",
          "request_id",
          "action",
          "kind",
          "record_id",
          "scope_kind",
          "scope_code",
          "changes",
          "personal",
          "nonce",
          "mac",
          "hash");
  private static final List<String> NULLABLE =
      List.of("seq", "actor_id", "request_id", "scope_kind", "scope_code", "hash");

  /** Does it; says where. Empty text where the trail holds nothing to do it to. */
  abstract String apply(Trail trail, Random random) throws SQLException, IOException;

  private static long entry(Trail trail, Random random) throws SQLException {
    return 1 + random.nextInt((int) trail.last());
  }

  private static long another(Trail trail, Random random, long than) throws SQLException {
    long other = entry(trail, random);
    return other == than ? than % trail.last() + 1 : other;
  }

  private static Object key(Trail trail, Random random) throws SQLException {
    List<Object> keys = trail.column("SELECT id FROM audit_person_key");
    return keys.get(random.nextInt(keys.size()));
  }

  private static void swap(Trail trail, String column, long one, long other) throws SQLException {
    String select = "SELECT " + column + " FROM audit_entry WHERE id = ?";
    Object first = trail.value("SELECT id FROM audit_entry WHERE seq = ?", one);
    Object second = trail.value("SELECT id FROM audit_entry WHERE seq = ?", other);
    Object ofFirst = trail.value(select, first);
    Object ofSecond = trail.value(select, second);
    String update = "UPDATE audit_entry SET " + column + " = ? WHERE id = ?";
    trail.run(update, ofSecond, first);
    trail.run(update, ofFirst, second);
  }

  /** Adds an entry made of one that is there; the last four are expressions. */
  private static void insert(
      Trail trail, long like, String seq, String nonce, String hash, String mac)
      throws SQLException {
    trail.run(
        "INSERT INTO audit_entry (seq, happened_at, actor_id, behind_id, channel, request_id,"
            + " action, kind, record_id, scope_kind, scope_code, changes, personal, nonce, hash,"
            + " mac) SELECT "
            + seq
            + ", happened_at, actor_id, behind_id, channel, request_id, action, kind, record_id,"
            + " scope_kind, scope_code, changes, personal, "
            + nonce
            + ", "
            + hash
            + ", "
            + mac
            + " FROM audit_entry WHERE seq = ?",
        like);
  }

  private static String bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return "X'" + HexFormat.of().formatHex(bytes) + "'";
  }

  private static void flip(Trail trail, String table, String column, String where, Random random)
      throws SQLException {
    byte[] bytes = (byte[]) trail.value("SELECT " + column + " FROM " + table + " WHERE " + where);
    trail.run("UPDATE " + table + " SET " + column + " = ? WHERE " + where, flipped(bytes, random));
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    byte[] other = bytes.clone();
    other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
    return other;
  }

  /** Another value of the kind, as close to it as may be. */
  private static Object other(String column, Object value, Random random) {
    if (value == null) {
      return column.endsWith("_id") && !column.equals("request_id") ? 1L : "x";
    }
    if (value instanceof Number number) {
      return number.longValue() + 1 + random.nextInt(1_000);
    }
    if (value instanceof LocalDateTime moment) {
      return moment.plusNanos(1_000L * (1 + random.nextInt(1_000)));
    }
    if (value instanceof byte[] bytes) {
      return flipped(bytes, random);
    }
    String text = value.toString();
    if (text.isEmpty()) {
      return "x";
    }
    int at = random.nextInt(text.length());
    char letter = text.charAt(at) == 'x' ? 'y' : 'x';
    return text.substring(0, at) + letter + text.substring(at + 1);
  }
}
