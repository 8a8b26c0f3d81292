package org.portolan.platform.web;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.ProofNeeded;

/** Turns whatever a resource throws into a problem document; nothing of the inside shows. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

  @Override
  public Response toResponse(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Optional<ProblemDocument> known = known(cause);
      if (known.isPresent()) {
        return known.get().response();
      }
    }
    LOG.log(Level.SEVERE, "failed under /api", failure);
    return new ProblemDocument(500, "about:blank", "Something went wrong here", null).response();
  }

  private static Optional<ProblemDocument> known(Throwable cause) {
    if (cause instanceof Problem problem) {
      return Optional.of(
          new ProblemDocument(
              problem.status(),
              problem.type(),
              problem.title(),
              problem.detail(),
              problem.errors().entrySet().stream()
                  .map(error -> new ProblemDocument.Error(error.getKey(), error.getValue()))
                  .toList()));
    }
    if (cause instanceof NotFound) {
      return of(404, "not-found", "Not found", cause.getMessage());
    }
    if (cause instanceof NotSignedIn) {
      return of(401, "not-signed-in", "A personal token is needed", null);
    }
    if (cause instanceof NotAllowed) {
      return of(403, "not-allowed", "This is not for you to do", null);
    }
    if (cause instanceof ProofNeeded) {
      return of(403, "proof-needed", "Show again who you are, on the page /account/confirm", null);
    }
    if (cause instanceof JsonException
        || cause instanceof JsonbException
        || cause instanceof ProcessingException) {
      return of(400, "not-readable", "What was sent cannot be read as JSON", null);
    }
    if (cause instanceof OptimisticLockException) {
      return of(ChangedMeanwhile.STATUS, ChangedMeanwhile.TYPE, ChangedMeanwhile.TITLE, null);
    }
    if (cause instanceof WebApplicationException web) {
      return of(
          web.getResponse().getStatus(),
          "about:blank",
          web.getResponse().getStatusInfo().getReasonPhrase(),
          null);
    }
    if (cause instanceof SQLException sql && DatabaseGone.is(sql)) {
      return of(503, "unavailable", "The database cannot be reached", null);
    }
    return Optional.empty();
  }

  private static Optional<ProblemDocument> of(
      int status, String type, String title, String detail) {
    return Optional.of(new ProblemDocument(status, type, title, detail));
  }
}
