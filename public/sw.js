importScripts("/sw-offline.js");
