package org.portolan.platform.web;

import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.event.AbortProcessingException;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.util.Iterator;

/**
 * Lets a failure of a part of a page be a failure of the request, with its status, as that of a
 * whole page is. Faces would answer 200 with the name of a class of ours.
 */
public class PlainFailures extends ExceptionHandlerFactory {

  public PlainFailures(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new Rethrowing(getWrapped().getExceptionHandler());
  }

  private static final class Rethrowing extends ExceptionHandlerWrapper {
    Rethrowing(ExceptionHandler wrapped) {
      super(wrapped);
    }

    @Override
    public void handle() {
      Iterator<ExceptionQueuedEvent> failures = getUnhandledExceptionQueuedEvents().iterator();
      while (failures.hasNext()) {
        Throwable failure = failures.next().getContext().getException();
        failures.remove();
        if (!(failure instanceof AbortProcessingException)) {
          throw new FacesException(failure);
        }
      }
    }
  }
}
