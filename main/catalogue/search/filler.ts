/** What people say around the matter itself; the longest first, so that 我想查一下 goes before 我想. */
const FILLERS = [
  '我想要|我想|我要|我们|我家|帮我|给我|请问|请帮|麻烦|你好|您好|想要|需要|能不能|可不可以|可以|能否|是不是|有没有',
  '怎么样|怎么办理|怎么办|怎么弄|怎么|怎样|如何|为什么|是谁|是什么|的地方|地方|哪里|哪儿|哪个|在哪里|在哪|去哪里|去哪儿|去哪|到哪里|到哪|什么时候|什么地方|什么',
  '查询一下|查一下|查一查|查查|查询|查看|看一下|看一看|看看|查|办理一下|办一下|办一办|办理|办个|办|申请|打印一下|打印|打一下|打一张',
  '一下|一个|一张|一份|一些|这个|那个|多少|要多久|多久|哪些|材料|手续|流程|条件',
  '我的|我|你|您|吗|呢|吧|啊|呀|的话|的|了|想|要|请|下',
]
  .flatMap((line) => line.split('|'))
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
const FILLER = new RegExp(FILLERS.join('|'), 'u');

/** A sentence without what says nothing about the matter: the pieces between, in order, from one character on. */
export const withoutFiller = (sentence: string): readonly string[] => sentence.split(FILLER).filter((piece) => piece);
