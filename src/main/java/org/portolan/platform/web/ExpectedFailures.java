package org.portolan.platform.web;

import jakarta.faces.application.ViewExpiredException;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletResponse;
import java.util.OptionalInt;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.ProofNeeded;

/**
 * What readers do and the error page answers. It is kept out of the log: the container would write
 * stack traces for every address that somebody mistypes.
 */
@WebListener
public class ExpectedFailures implements ServletContextListener, Filter {
  // held here, or the logger is forgotten with its filter
  private static final Logger FORWARDS = Logger.getLogger("jakarta.enterprise.web.core");

  /** The status with which a failure is answered that is nobody's fault here. */
  static OptionalInt status(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof NotSignedIn) {
        return OptionalInt.of(HttpServletResponse.SC_UNAUTHORIZED);
      }
      if (cause instanceof ProofNeeded) {
        return OptionalInt.of(ProofNeeded.STATUS);
      }
      if (cause instanceof NotAllowed) {
        return OptionalInt.of(HttpServletResponse.SC_FORBIDDEN);
      }
      if (cause instanceof NotFound) {
        return OptionalInt.of(HttpServletResponse.SC_NOT_FOUND);
      }
      if (cause instanceof ViewExpiredException) {
        return OptionalInt.of(HttpServletResponse.SC_REQUEST_TIMEOUT);
      }
      if (cause instanceof ChangedMeanwhile || cause instanceof OptimisticLockException) {
        return OptionalInt.of(ChangedMeanwhile.STATUS);
      }
      if (cause instanceof IllegalStateException
          && String.valueOf(cause.getMessage()).contains("Post too large")) {
        return OptionalInt.of(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      }
    }
    return OptionalInt.empty();
  }

  @Override
  public void contextInitialized(ServletContextEvent start) {
    FORWARDS.setFilter(this);
  }

  @Override
  public void contextDestroyed(ServletContextEvent end) {
    FORWARDS.setFilter(null);
  }

  @Override
  public boolean isLoggable(LogRecord line) {
    return status(line.getThrown()).isEmpty();
  }
}
