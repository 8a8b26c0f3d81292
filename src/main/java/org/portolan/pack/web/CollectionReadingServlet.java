package org.portolan.pack.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.portolan.collection.CollectionInFull;
import org.portolan.pack.ReadingPack;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.NumberedServlet;

/** Sends a collection for reading without a connection, as far as the person may read it. */
@OpenTo("everyone")
@WebServlet("/collection-reading")
public class CollectionReadingServlet extends NumberedServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient ReadingPack reading;

  public CollectionReadingServlet() {
    super("collection");
  }

  @Override
  protected void answer(long id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    CollectionInFull plan = reading.plan(id);
    ZipAnswer.begin(response, "reading-" + id);
    reading.write(plan, response.getOutputStream());
  }
}
