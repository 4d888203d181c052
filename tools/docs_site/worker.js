// A browser starts no worker from a file on disk: the search then runs in a hidden frame of the page instead.
// Licence: Apache-2.0. Source: the developers' own.
if (location.protocol === "file:") {
  // As between a page and a worker: a copy, and later, when the call that sent it is over.
  const send = (target, handler, data) => {
    const copy = structuredClone(data);
    setTimeout(() => handler().call(target, new MessageEvent("message", { data: copy })));
  };
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      this.onmessage = null;
      this.waiting = [];
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      document.documentElement.append(this.frame);
      const inside = this.frame.contentWindow;
      inside.postMessage = (data) => send(this, () => this.onmessage ?? (() => {}), data);
      const script = inside.document.createElement("script");
      script.src = new URL(address, document.baseURI).href;
      script.onload = () => {
        this.deliver = (data) => send(inside, () => inside.onmessage, data);
        this.waiting.splice(0).forEach(this.deliver);
      };
      inside.document.head.append(script);
    }

    postMessage(data) {
      if (this.deliver) this.deliver(data);
      else this.waiting.push(data);
    }

    terminate() {
      this.frame.remove();
    }
  };
}
