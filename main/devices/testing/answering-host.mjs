// A host of its own, with nothing imported, so that it runs from any folder.
process.on('message', (message) => {
  if (message.type === 'start') process.send({ type: 'started' });
  if (message.type === 'call') process.send({ type: 'answer', id: message.id, value: 'here' });
  if (message.type === 'stop') process.exit(0);
});
