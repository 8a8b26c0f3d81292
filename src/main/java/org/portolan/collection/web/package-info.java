/** Pages of collections of practices, and the desk of those who make them. */
package org.portolan.collection.web;
