package org.portolan.container;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Sees every statement that the driver sends, so that a test can say how many a use case needs. The
 * database address of in-container tests names this class.
 */
public final class Statements implements QueryInterceptor {
  private static final ThreadLocal<List<String>> SEEN = new ThreadLocal<>();

  /**
   * The statements that the work sends on its own thread, without those that frame transactions.
   */
  public static List<String> of(Callable<?> work) throws Exception {
    List<String> seen = new ArrayList<>();
    SEEN.set(seen);
    try {
      work.call();
    } finally {
      SEEN.remove();
    }
    return seen;
  }

  @Override
  public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
    return this;
  }

  @Override
  public <T extends Resultset> T preProcess(Supplier<String> sql, Query query) {
    List<String> seen = SEEN.get();
    // the text is made when it is asked for, which many who are measured at once should not pay for
    String statement = seen == null ? null : sql.get();
    if (statement != null && !frame(statement)) {
      seen.add(statement);
    }
    return null;
  }

  private static boolean frame(String statement) {
    String start = statement.strip().toUpperCase(java.util.Locale.ROOT);
    return start.startsWith("SET ")
        || start.startsWith("COMMIT")
        || start.startsWith("ROLLBACK")
        || start.startsWith("SELECT @@");
  }

  @Override
  public boolean executeTopLevelOnly() {
    return false;
  }

  @Override
  public void destroy() {}

  @Override
  public <T extends Resultset> T postProcess(
      Supplier<String> sql, Query query, T result, ServerSession session) {
    return null;
  }
}
