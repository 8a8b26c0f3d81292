package org.portolan.platform.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** A response whose body is held back until the page is whole; headers and errors go through. */
final class WrittenPage extends HttpServletResponseWrapper {
  private static final int USUAL_LENGTH = 32 * 1024;

  private final ByteArrayOutputStream body = new ByteArrayOutputStream(USUAL_LENGTH);
  private final PrintWriter writer =
      new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
  private final ServletOutputStream stream =
      new ServletOutputStream() {
        @Override
        public void write(int octet) {
          body.write(octet);
        }

        @Override
        public void write(byte[] octets, int from, int count) {
          body.write(octets, from, count);
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
          throw new IllegalStateException("pages are written at once");
        }
      };

  WrittenPage(HttpServletResponse response) {
    super(response);
  }

  /** What was written so far. */
  byte[] bytes() {
    writer.flush();
    return body.toByteArray();
  }

  @Override
  public PrintWriter getWriter() {
    return writer;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return stream;
  }

  /** Nothing leaves before the end, or an error could not be told any more. */
  @Override
  public void flushBuffer() {
    writer.flush();
  }

  @Override
  public void resetBuffer() {
    writer.flush();
    body.reset();
  }

  @Override
  public void reset() {
    super.reset();
    resetBuffer();
  }

  // the length is known when the page is whole

  @Override
  public void setContentLength(int length) {}

  @Override
  public void setContentLengthLong(long length) {}
}
