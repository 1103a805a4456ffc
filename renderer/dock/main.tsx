document.body.dataset.screen = 'dock';
