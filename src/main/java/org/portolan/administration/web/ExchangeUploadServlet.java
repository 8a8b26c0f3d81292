package org.portolan.administration.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.portolan.platform.exchange.Exchange;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.Address;
import org.portolan.platform.web.FormFiles;

/** Takes the file of an import and leads to its dry run. The routing table says who may come. */
@OpenTo("everyone")
@MultipartConfig(
    fileSizeThreshold = 1024 * 1024,
    maxFileSize = Exchange.LARGEST,
    maxRequestSize = Exchange.LARGEST + 64 * 1024)
@WebServlet("/desk/exchange/upload")
public class ExchangeUploadServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_KIND = 20;

  @Inject private transient Exchange exchange;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Part file;
    String kind;
    try {
      kind = text(request.getPart("kind"));
      file = request.getPart("file");
    } catch (IllegalStateException | ServletException | IOException e) {
      String problem = FormFiles.tooLarge(request, e, Exchange.LARGEST) ? "large" : "none";
      response.sendRedirect(Address.of("/desk/exchange", Map.of("problem", problem)));
      return;
    }
    if (file == null || file.getSize() == 0) {
      response.sendRedirect(Address.of("/desk/exchange", Map.of("problem", "none", "kind", kind)));
      return;
    }
    try (InputStream in = file.getInputStream()) {
      long id = exchange.upload(kind, file.getSubmittedFileName(), in.readAllBytes());
      response.sendRedirect("/desk/exchange/" + id);
    } finally {
      file.delete();
    }
  }

  /** For whoever loads the address again. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    exchange.sheets();
    response.sendRedirect("/desk/exchange");
  }

  private static String text(Part part) throws IOException {
    if (part == null || part.getSize() > LONGEST_KIND) {
      return "";
    }
    try (InputStream in = part.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
