/* WPS opens index.html when it starts, and with it this file: plain ES5, for nobody knows how old the web view is. */
document.write('<script src="./ribbon.js"></script>');
